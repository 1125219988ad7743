// Protocol functions: what defprotocol defines for each method.
//
// The protocol itself is an ordinary map in the protocol's var, as on the JVM:
//   {:on user.P, :on-interface class, :var #'user/P, :method-map {:foo :foo},
//    :impls {class {:foo fn}}, …}
// A ProtocolFn dispatches on its first argument: a method of the protocol's interface on a
// deftype, metadata when the protocol says :extend-via-metadata, then :impls by class,
// superclasses, interfaces, Object. The answer is cached per class; `extend` puts a new map
// into the var, and a cache is valid for one map only.
//
// Errors   IllegalArgumentException "No implementation of method: :foo of protocol:
//          #'user/P found for class: java.lang.Long".
#pragma once
#include "clj/core/call.h"
#include "clj/value/object.h"

namespace clj {

struct ProtocolFn : Object {
  static constexpr Kind kKind = Kind::kProtocolFn;
  static constexpr uint16_t kSlots = 7;
  Value name;             // String "user/foo"
  Value protocol;         // Var
  Value method;           // Symbol, unqualified: the method in deftypes
  Value key;              // Keyword: the method in :impls
  Value interface_class;  // Class
  Value metadata_key;     // qualified Symbol: the method in metadata
  AtomicValue cache;      // internal
};

Value make_protocol_fn(Value protocol_var, Value method_symbol, Value interface_class);
Value invoke_protocol_fn(ProtocolFn* f, Value* args, uint32_t count);
// Whether the protocol declares the method with this many arguments, the target among them.
bool declares_arity(const ProtocolFn* f, uint32_t count);
// The function that a call with this first argument runs, or absent().
Value find_protocol_method(ProtocolFn* f, Value target);
// What a call with this first argument runs for every value of its class: a function, or the slot
// of a reify that holds one (a long), as long as the protocol's var holds `protocol`. False when
// that depends on the value, or is not known: after find_protocol_method it is.
struct ProtocolTarget {
  Value cls, method, protocol;
};
bool find_protocol_target(ProtocolFn* f, Value target, ProtocolTarget& found);
// The key of `impls` (a map of class to anything) that serves values of class `cls`, by the rules
// of find-protocol-impl; absent() when there is none. `cls` may be nil.
Value find_impl_class(Value impls, Value cls);

// An interface class: a new Class each time, registered under its name. `methods`: see
// Class::basis_meta.
Value make_interface(Value name, Value parents, Value methods = Value::nil());

}  // namespace clj
