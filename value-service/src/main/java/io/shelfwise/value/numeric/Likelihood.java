package io.shelfwise.value.numeric;

/** The log-likelihood of a sample as a function of positive parameters. */
public interface Likelihood {
  /** How many observations it is the sum over. */
  long observations();

  /**
   * The log-likelihood.
   *
   * @param parameters where
   * @param gradient takes the partial derivatives by the parameters
   */
  double at(double[] parameters, double[] gradient);

  /** The log-likelihood alone. */
  default double at(double... parameters) {
    return at(parameters, new double[parameters.length]);
  }
}
