// Classes, instances of deftype/defrecord/reify, and throwables.
//
// A Class answers (class x). Host classes come from the tables in builtins; deftype, defrecord,
// reify and defprotocol make more. Method lookup is by name: a class's `methods` map takes a
// Symbol to a function of (this args…), or, for reify, to the index of the instance slot that
// holds it. Protocol and interface methods share that map, so a deftype that implements
// clojure.lang.ILookup has an entry `valAt`; one that does not, but has a protocol with such a
// method, has it under the keyword `:valAt`, where core's functions do not look (find_own_method).
//
// Host classes may have members in Clojure too (stdlib/clojure/host): `methods` and `statics`.
// An instance of a proxy has a class of its own, a copy of the proxy class with the proxy's
// functions as `methods`; class_of answers the proxy class.
//
// Design   docs/types.md
#pragma once
#include <string_view>

#include "clj/core/error.h"
#include "clj/value/object.h"

namespace clj {

struct Class : Object {
  static constexpr Kind kKind = Kind::kClass;
  static constexpr uint16_t kSlots = 9;
  static constexpr uint8_t kInterface = kFlagA, kRecord = kFlagB, kDeftype = kFlagC, kArray = kFlagD;
  // A record that has methods of its own in the place of some that records have.
  static constexpr uint8_t kOwnMapMethods = kFlagE;
  Value name;              // String, "java.lang.Long", "user.Point"
  Value superclass;        // Class or nil
  Value interfaces;        // vector of Class, as declared
  Value ancestors;         // internal table of every Class this is an instance of, itself included
  Value fields;            // vector of Symbols (deftype, defrecord) or nil
  AtomicValue methods;     // map of Symbol to fn or slot index (long)
  // Vector of field metadata maps, or nil. Of an interface: nil, or the methods that definterface
  // declares, [name [type of a parameter…] type of the result] in strings.
  Value basis_meta;
  // Static members in Clojure, or nil: Symbol to function (`new`: the constructor), Keyword to
  // the value of a field.
  AtomicValue statics;
  // `true` for the nine primitive classes; a Long for the class of a function that was compiled (its packed FunctionArities), `false` for
  // that of one in C++, for an interface that Clojure code defines and for a type with hidden fields; the proxy class for the class of one
  // proxy's instance, the name for a class that is only a name.
  Value extra;
  // Of a deftype or record: whether a method has the name of a field, as `count` of every record.
  bool has_hidden_fields() const { return has_flag(kDeftype) && extra.is_false(); }
};

// deftype, defrecord and reify instances. Slot 0 is the class.
//   deftype    fields…
//   defrecord  fields…, metadata, extension map (nil or a map)
//   reify      metadata, method functions…
// aux caches hasheq for records (0: not yet).
struct Instance : Object {
  static constexpr Kind kKind = Kind::kInstance;
  static constexpr uint16_t kSlots = 1;
  Value type;
  Value* fields() { return &type + 1; }
};

struct Throwable : Object {
  static constexpr Kind kKind = Kind::kThrowable;
  static constexpr uint16_t kSlots = 6;
  Value type;        // Class
  Value message;     // String or nil
  Value cause;       // Throwable or nil
  Value data;        // ex-data map (ExceptionInfo), what else a constructor was given (vector), or nil
  Value trace;       // vector of [class-string method-string file-string-or-nil line column?]
  Value suppressed;  // list or nil
};

struct StackTraceElement : Object {
  static constexpr Kind kKind = Kind::kStackTraceElement;
  static constexpr uint16_t kSlots = 4;
  Value class_name;   // String, as the next
  Value method_name;
  Value file_name;    // String or nil
  Value line;         // a number; negative or nil when unknown
};

// (new Object).
Value make_plain_object();

// An object of a host class that has no kind of its own. Its struct derives from this one,
// keeps kKind and sets kSlots to 1 + its own slots.
struct HostObject : Object {
  static constexpr Kind kKind = Kind::kHostObject;
  static constexpr uint16_t kSlots = 1;
  Value type;  // Class
};

Value class_of(Value v);                           // nil for nil
// class_of without the classes that are made on demand: clojure.lang.AFunction for every
// function, Object[] for every array of references. One or two loads.
Value base_class_of(Value v);
Value find_class(std::string_view name);           // nil when unknown
// What an import makes of a name that find_class does not know: the same Class each time, which has no members and no
// instances. Programs put it into maps, schemas and multimethods; find_class does not find it, so what uses it throws.
Value imported_class(std::string_view name);
bool is_only_a_name(Value cls);
// To be called after roots.classes_by_name was changed.
void forget_found_classes();
Value make_class(std::string_view name, Value superclass, Value interfaces, uint8_t flags);
bool is_instance(Value cls, Value v);              // instance?
bool is_assignable(Value from_class, Value to_class);  // isa? on classes
// Whether a value whose behaviour is in methods (a deftype, a host object, a proxy) implements the interface or extends the class.
bool implements(Value v, Value cls);
// Every class and interface `cls` inherits from, as a set, without itself.
Value class_ancestors(Value cls);
// Makes (class array) answer "[Ljava.lang.String;" for an ObjectArray (into-array, make-array).
void set_array_class(Value array, Value array_class);
bool is_primitive_class(const Class* cls);
Value error_class(Error error);
Value make_throwable(Value cls, Value message, Value cause, Value data);
// What ex-data answers.
Value data_of(const Throwable* throwable);
// The method `name` of v's class: a function of (this args…), or absent(). Not those of a program's own protocols
// and interfaces that have the name of a method of interface_methods.def by chance.
Value find_method(Value v, Value name_symbol);
// Those too: what interop finds.
Value find_any_method(Value v, Value name_symbol);
// Those alone, in a deftype, record or reify: as `methods` has it, or absent().
Value find_own_method(Value cls, Value name_symbol);
// Where `v` keeps its class, when it does (deftypes, host objects, readers, throwables …): the
// one that find_method looks into. Nil otherwise.
Value own_class(Value v);
// The method in Clojure that `cls` has or inherits, or absent().
Value find_class_method(Value cls, Value name_symbol);
// A new instance of the proxy class, whose superclass's constructor gets the arguments.
Value make_proxy(Value proxy_class, Value* args, uint32_t count);
bool is_proxy(Value v);
// Whether v is a proxy that brings a function of its own for the method.
bool overrides(Value v, std::string_view method);
// What getMessage gives, which a proxy may have a function for.
Value message_of(Throwable* throwable);
// What its getCause gives.
Value exception_cause(Throwable* throwable);
// What ex-data gives: the map of an ExceptionInfo, and of what implements IExceptionInfo itself; else nil.
Value exception_data(Value v);
// Calls the method or throws IllegalArgumentException "No matching method …".
Value call_method(Value target, Value name_symbol, const Value* args, uint32_t count);

}  // namespace clj
