# Finds a JDK 25 or newer, so that a machine whose `java` is older needs no settings. Sourced by ./mvnw and ./shelfwise.
#
# Sourcing it exports JAVA_HOME if a JDK is found, and else changes nothing: Maven itself also runs on an older JDK, and the
# toolchains plugin then says what is missing. SHELFWISE_KEEP_JAVA_HOME=1 keeps JAVA_HOME as it is.
#
# POSIX sh. Variables are set in subshells only, because this runs inside other people's scripts.

# Is this folder a JDK (not only a runtime) of version 25 or newer?
is_jdk25() (
  [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ] || return 1
  [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge 25 ]
)

# Prints the folders where JDKs are usually found, one a line, the user's own choice first.
jdk_candidates() (
  set +f # mvnw switches globbing off
  IFS=''
  [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
  java=$(command -v java 2>/dev/null) && java=$(readlink -f "$java" 2>/dev/null) && printf '%s\n' "${java%/bin/java*}"
  for folder in \
    /usr/lib/jvm/* \
    /usr/lib64/jvm/* \
    /opt/java/* \
    /opt/*jdk* /opt/*java* /opt/*temurin* /opt/* \
    /usr/java/* \
    /usr/local/*jdk* /usr/local/*java* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME-}"/.sdkman/candidates/java/* \
    "${HOME-}"/.jdks/* \
    "${HOME-}"/.asdf/installs/java/* \
    "${HOME-}"/.local/share/mise/installs/java/* \
    "${HOME-}"/.gradle/jdks/*; do
    [ ! -d "$folder" ] || printf '%s\n' "$folder"
  done
)

# Prints the folder of a JDK 25 or newer; fails and says what to do if there is none.
find_jdk25() (
  found=$(jdk_candidates | while IFS= read -r folder; do
    if is_jdk25 "$folder"; then
      printf '%s\n' "$folder"
      break
    fi
  done)
  if [ -z "$found" ]; then
    echo "Shelfwise needs a JDK 25 or newer and found none. Install one (for example Eclipse Temurin 25)" >&2
    echo "and set JAVA_HOME to its folder, if it is not in one of the usual places." >&2
    return 1
  fi
  printf '%s\n' "$found"
)

if [ "${SHELFWISE_KEEP_JAVA_HOME-}" != 1 ] && find_jdk25 >/dev/null 2>&1; then
  JAVA_HOME=$(find_jdk25)
  # Maven's plugins call what JDK 25 warns of at every start; an older JDK would not know these options.
  MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
  export JAVA_HOME MAVEN_OPTS
fi
