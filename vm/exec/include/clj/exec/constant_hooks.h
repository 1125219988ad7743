// Constants whose kinds live in components that exec does not know. Set once at start.
#pragma once
#include "clj/value/value.h"

namespace clj::exec {

struct ConstantHooks {
  Value (*make_pattern)(Value source_string, int flags) = nullptr;  // regex
  Value (*make_record)(Value class_name, Value map) = nullptr;      // builtins
};
extern ConstantHooks constant_hooks;

}  // namespace clj::exec
