// What symbols name in the current namespace: vars, namespaces, classes.
//
// Errors   As JVM Clojure: "No such namespace: x", "No such var: x/y",
//          "Unable to resolve symbol: x in this context".
#pragma once
#include "clj/core/var.h"
#include "clj/value/value.h"

namespace clj::analyze {

// The namespace that a qualified symbol's prefix names, alias or full name; nil when none.
Value namespace_for(Value symbol);
Value namespace_for(Value ns, Value symbol);

// The Class that an unqualified symbol names in `ns`. The name (String) when the symbol can
// only be a class but none is known: dotted, or imported. nil when it names no class.
Value find_class_in(Value ns, Value symbol);
// int/1, java.lang.String/2 (1.12): the array class; nil for other symbols.
Value array_class(Value symbol);

// The Var or class that a symbol in code names; throws when nothing.
Value resolve_symbol(Value symbol);
// Throws when `symbol`, the operator of a call, names a var that is private to another namespace.
void require_public_operator(Value symbol);
// The Var that a symbol names, or nil. `intern` makes an unqualified one in *ns*.
Value lookup_var(Value symbol, bool intern);
// The Var that has the function's name and whose value it is, or nil.
Value var_of_function(Value function);
// True when uses of the var are its value: ^:const, bound to a scalar.
bool is_inlined_constant(Var* var);

}  // namespace clj::analyze
