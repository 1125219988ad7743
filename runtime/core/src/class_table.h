// What the parts of the type system share and nobody else needs.
#pragma once
#include <string_view>

#include "clj/core/type.h"

namespace clj {

Value object_class();
// A class in the making: linked once its superclass and interfaces are there, registered under its name for all to find.
Class* new_class(std::string_view name, uint8_t flags);
void link_ancestors(Class* cls);
void register_class(Value name, Value cls);
Class* make_array_class(std::string_view name);
// The class of that name that somebody made already, or nil.
Value made_class(std::string_view name);
// Map of Symbol to Class: the imports of a new namespace.
Value default_imports();
// A class of functions. made_class finds it by `key`, which is not its name where an older class has that.
Value make_function_class(std::string_view key, std::string_view name, Value superclass, Value extra);
// The class of one function, made when first asked for: "user$f".
Value function_class(Value f);
// Classes that are made when their name is looked up, or nil: of the function in a var of Clojure's own namespaces
// ("clojure.core$inc"), and the interfaces of functions of primitive numbers ("clojure.lang.IFn$OOL").
Value class_made_by_name(std::string_view name);
// Object[] or the class of an array made for a certain component class.
Value array_class_of(Value array);

}  // namespace clj
