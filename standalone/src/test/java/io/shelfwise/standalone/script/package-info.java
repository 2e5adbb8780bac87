/** Whether the script that people start builds when it has to, and only then. */
@NullMarked
package io.shelfwise.standalone.script;

import org.jspecify.annotations.NullMarked;
