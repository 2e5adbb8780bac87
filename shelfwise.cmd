@echo off
rem Runs Shelfwise on Windows: shelfwise demo, shelfwise --help. Needs a JDK 25 in JAVA_HOME or as java on the PATH, and a
rem redis-server 6.2 or newer on the PATH. Builds once; after a change of the sources: mvnw -pl standalone -am package -DskipTests
setlocal
set "HOME_DIR=%~dp0"
set "TARGET=%HOME_DIR%standalone\target"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if not exist "%TARGET%\shelfwise.jar" (
  echo building... 1>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -q -pl standalone -am package -DskipTests -Dbuf.skip
  if errorlevel 1 (popd & exit /b 1)
  popd
)
"%JAVA%" -Xmx2g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %SHELFWISE_JAVA_OPTS% -cp "%TARGET%\shelfwise.jar;%TARGET%\lib\*" io.shelfwise.standalone.Shelfwise %*
