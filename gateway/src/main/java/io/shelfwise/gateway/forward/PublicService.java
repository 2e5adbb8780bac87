package io.shelfwise.gateway.forward;

import com.google.api.AnnotationsProto;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.shelfwise.customer.v1.CustomerServiceGrpc;
import io.shelfwise.event.v1.EventServiceGrpc;
import io.shelfwise.product.v1.ProductServiceGrpc;
import io.shelfwise.recommendation.v1.RecommendationServiceGrpc;
import io.shelfwise.recommender.v1.RecommenderServiceGrpc;
import io.shelfwise.value.v1.SegmentServiceGrpc;
import io.shelfwise.value.v1.ValueServiceGrpc;
import java.util.List;
import java.util.Objects;

/**
 * A service of the protos that can be called from outside, by those of its rpcs that have a route.
 *
 * @param descriptor the service as it is generated
 * @param owner who answers it
 */
public record PublicService(ServiceDescriptor descriptor, String owner) {
  /** The owner of what the gateway answers itself. */
  public static final String GATEWAY = "gateway";

  /** Every service with a public rpc. */
  public static final List<PublicService> ALL =
      List.of(
          new PublicService(EventServiceGrpc.getServiceDescriptor(), Services.PROFILE),
          new PublicService(CustomerServiceGrpc.getServiceDescriptor(), Services.PROFILE),
          new PublicService(ValueServiceGrpc.getServiceDescriptor(), Services.VALUE),
          new PublicService(SegmentServiceGrpc.getServiceDescriptor(), Services.VALUE),
          new PublicService(ProductServiceGrpc.getServiceDescriptor(), Services.RECOMMEND),
          new PublicService(RecommenderServiceGrpc.getServiceDescriptor(), Services.RECOMMEND),
          new PublicService(RecommendationServiceGrpc.getServiceDescriptor(), GATEWAY));

  /** Its public rpcs: those with a {@code google.api.http} annotation. */
  public List<MethodDescriptor<?, ?>> rpcs() {
    return descriptor.getMethods().stream()
        .<MethodDescriptor<?, ?>>map(rpc -> rpc)
        .filter(rpc -> schema(rpc).getOptions().hasExtension(AnnotationsProto.http))
        .toList();
  }

  /** The rpc as it stands in its proto. */
  public static com.google.protobuf.Descriptors.MethodDescriptor schema(
      MethodDescriptor<?, ?> rpc) {
    Object schema = Objects.requireNonNull(rpc.getSchemaDescriptor(), rpc.getFullMethodName());
    return ((ProtoMethodDescriptorSupplier) schema).getMethodDescriptor();
  }
}
