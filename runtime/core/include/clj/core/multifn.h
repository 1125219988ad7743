// Multimethods: clojure.lang.MultiFn.
//
// A call computes the dispatch value, then looks it up in a cache of dispatch value to method
// that is valid for one state of the method table, the preferences and the hierarchy. The
// cache is replaced as a whole, so calls never lock.
//
// Errors   IllegalArgumentException "No method in multimethod 'f' for dispatch value: :x" and
//          "Multiple methods in multimethod 'f' match dispatch value: …"; IllegalStateException
//          for a preference that contradicts another.
// Threads  Any.
#pragma once
#include "clj/core/call.h"
#include "clj/value/object.h"

namespace clj {

struct MultiFn : Object {
  static constexpr Kind kKind = Kind::kMultiFn;
  static constexpr uint16_t kSlots = 8;
  Value name;               // String
  Value dispatch;           // the dispatch function
  Value default_value;      // dispatch value of the default method
  Value hierarchy;          // an IRef to the hierarchy: #'clojure.core/global-hierarchy
  AtomicValue methods;      // map of dispatch value to function
  AtomicValue preferences;  // map of dispatch value to set of dispatch values
  AtomicValue cache;        // internal
  AtomicValue meta;
};

Value make_multifn(Value name, Value dispatch, Value default_value, Value hierarchy_ref);
Value invoke_multifn(MultiFn* f, Value* args, uint32_t count);
// The method that a call with these arguments runs; throws when there is none.
Value find_multifn_target(MultiFn* f, const Value* args, uint32_t count);

// defmethod, remove-method, remove-all-methods, prefer-method: yield the multimethod.
Value add_method(MultiFn* f, Value dispatch_value, Value method);
Value remove_method(MultiFn* f, Value dispatch_value);
Value remove_all_methods(MultiFn* f);
Value prefer_method(MultiFn* f, Value dispatch_value, Value over);
// The method that a call with this dispatch value would run, the default one included, or nil.
Value get_method(MultiFn* f, Value dispatch_value);

// clojure.core/isa? with an explicit hierarchy (a map of :parents, :ancestors, :descendants).
bool isa(Value hierarchy, Value child, Value parent);

}  // namespace clj
