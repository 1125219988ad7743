// Printing that programs extend through the multimethods print-method and print-dup, and the
// printed state of references that core does not know. Installed as core's print hooks.
#pragma once

namespace clj::builtins {

void install_print_hooks();

}  // namespace clj::builtins
