#include "clj/core/call.h"

#include <algorithm>

#include "apply_pairwise.h"
#include "argument_list.h"
#include "clj/core/array.h"
#include "clj/core/caller.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/multifn.h"
#include "clj/core/native_closure.h"
#include "clj/core/numbers.h"
#include "clj/core/protocol.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "dead_stack.h"
#include "host_errors.h"
#include "vector_key.h"

namespace clj {

const NativeRow* native_rows = nullptr;
uint32_t native_row_count = 0;
CoreUpcalls core_upcalls;

const NativeRow* find_native_row(std::string_view ns, std::string_view name) {
  for (const NativeRow* row = native_rows; row < native_rows + native_row_count; ++row) {
    if (name == row->name && ns == row->ns) return row;
  }
  return nullptr;
}

void throw_call_of_nil(uint32_t count, std::string_view reason) {
  std::string_view parameters = ifn_parameters(count);
  throw_errorf(Error::kNullPointer, "Cannot invoke \"clojure.lang.IFn.invoke(%.*s)\"%s%.*s%s", static_cast<int>(parameters.size()),
               parameters.data(), reason.empty() ? "" : " because ", static_cast<int>(reason.size()), reason.data(),
               reason.empty() ? "" : " is null");
}

void throw_apply_of_nil(std::string_view reason) {
  throw_errorf(Error::kNullPointer, "Cannot invoke \"clojure.lang.IFn.applyTo(clojure.lang.ISeq)\" because %.*s is null",
               static_cast<int>(reason.size()), reason.data());
}

namespace {

std::string class_name(Value v) { return to_utf8(cast<Class>(base_class_of(v))->name); }

// Calls a keyword, symbol, map or set: get with the two roles of `f` swapped for names.
Value invoke_lookup(Value f, Value* args, uint32_t count, bool name, uint32_t max_args) {
  if (count == 0 || count > max_args) {
    if (is_keyword(f)) throw_arity(count, ":" + symbol_text(cast<Keyword>(f)->symbol));
    throw_class_arity(count, class_name(f));
  }
  Value coll = name ? args[0] : f, key = name ? f : args[0];
  return count == 2 ? get(coll, key, args[1]) : get(coll, key);
}

Value invoke_vector(Value f, Value* args, uint32_t count) {
  bool of_primitives = is_kind(f, Kind::kPrimitiveVector);
  if (count != 1) {
    if (of_primitives) throw_abstract_method(class_of(f), "invoke", count, "clojure.lang.IFn");
    throw_class_arity(count, class_name(f));
  }
  if (!is_vector_key(args[0])) throw_error(Error::kIllegalArgument, "Key must be integer");
  return nth(f, of_primitives ? to_int(args[0]) : to_int_unchecked(args[0]));
}

Value invoke_with_target(Value method, Value target, Value* args, uint32_t count) {
  ArgumentList all;
  all.push_back(target);
  for (uint32_t i = 0; i < std::min(count, kMostSpread); ++i) all.push_back(args[i]);
  if (count > kMostSpread) all.push_back(make_object_array(args + kMostSpread, count - kMostSpread));
  return invoke(method, all.data(), std::min(count, kMostSpread + 1) + 1);
}

// Instances and host objects that implement IFn.
Value invoke_object(Value f, Value* args, uint32_t count) {
  Value method = find_method(f, roots.sym_invoke);
  if (!method.is_absent()) return invoke_with_target(method, f, args, count);
  if (!has_host_method(f, roots.sym_invoke, count)) {
    if (is_assignable(class_of(f), find_class("clojure.lang.AFn"))) throw_class_arity(count, class_name(f));
    check_interface_method(f, roots.class_ifn, "invoke", count);
    throw_class_cast(f, "clojure.lang.IFn");
  }
  gc::ValueList all;
  all.push_back(f);
  for (uint32_t i = 0; i < count; ++i) all.push_back(args[i]);
  return call_host_method(roots.sym_invoke, all.data(), count + 1);
}

constexpr std::string_view kFunctionOfVar = "the return value of \"clojure.lang.Var.fn()\"";
constexpr std::string_view kFunctionOfRef = "the return value of \"clojure.lang.Ref.fn()\"";

bool stands_for_function(Value f) { return is_kind(f, Kind::kMetaFn) || is_kind(f, Kind::kVar) || is_kind(f, Kind::kRef); }

// What a call of a var or ref, or of a function with metadata, calls. Vars of vars may go in a circle.
[[gnu::noinline]] Value function_behind(Value f) {
  constexpr int kMostSteps = 1000;
  for (int steps = 0; stands_for_function(f); ++steps) {
    if (steps == kMostSteps) throw_stack_overflow();
    f = is_kind(f, Kind::kVar)   ? deref(cast<Var>(f))
        : is_kind(f, Kind::kRef) ? core_upcalls.deref_ref(f)
                                 : cast<MetaFn>(f)->function;
  }
  return f;
}

// Not a part of invoke, which has no frame where it calls last: thunks of lazy seqs are called with it.
[[gnu::noinline]] Value invoke_reference(Value reference, Value* args, uint32_t count) {
  Value f = function_behind(reference);
  if (f.is_nil()) throw_call_of_nil(count, is_kind(reference, Kind::kVar) ? kFunctionOfVar : kFunctionOfRef);
  return invoke(f, args, count);
}

}  // namespace

Value invoke(Value f, Value* args, uint32_t count) {
  for (;;) {
    if (!f.is_object()) {
      if (f.is_nil()) throw_call_of_nil(count, "\"f\"");
      throw_class_cast(f, "clojure.lang.IFn");
    }
    switch (f.as_object()->kind) {
      case Kind::kNativeFn: {
        const NativeRow& row = native_rows[cast<NativeFn>(f)->row];
        if (count < static_cast<uint32_t>(row.min_args) ||
            (row.max_args >= 0 && count > static_cast<uint32_t>(row.max_args))) {
          throw_arity(count, native_name(cast<NativeFn>(f)));
        }
        return row.code(args, count);
      }
      case Kind::kClosure: return core_upcalls.invoke_closure(f, args, count);
      case Kind::kNativeClosure: return invoke_native_closure(cast<NativeClosure>(f), args, count);
      case Kind::kTreeFn: return core_upcalls.invoke_tree(f, args, count);
      case Kind::kMetaFn: f = cast<MetaFn>(f)->function; continue;
      case Kind::kVar:
      case Kind::kRef: return invoke_reference(f, args, count);
      case Kind::kKeyword:
      case Kind::kSymbol: return invoke_lookup(f, args, count, true, 2);
      case Kind::kArrayMap:
      case Kind::kHashMap:
      case Kind::kTreeMap:
      case Kind::kTransientArrayMap:
      case Kind::kTransientHashMap: return invoke_lookup(f, args, count, false, 2);
      case Kind::kHashSet:
      case Kind::kTreeSet: return invoke_lookup(f, args, count, false, 1);
      case Kind::kTransientHashSet: return invoke_lookup(f, args, count, false, 2);
      case Kind::kVector:
      case Kind::kSubVector:
      case Kind::kMapEntry:
      case Kind::kPrimitiveVector:
      case Kind::kTransientVector: return invoke_vector(f, args, count);
      case Kind::kMultiFn: return invoke_multifn(cast<MultiFn>(f), args, count);
      case Kind::kProtocolFn: return invoke_protocol_fn(cast<ProtocolFn>(f), args, count);
      case Kind::kHostFn: {
        HostFn* fn = cast<HostFn>(f);
        if (!fn->type.is_nil()) return call_static(fn->type, fn->member, args, count);
        if (count == 0) throw_arity(count, function_name(f));
        return call_host_method(fn->member, args, count);
      }
      case Kind::kUnbound:
        if (core_upcalls.force_var != nullptr && core_upcalls.force_var(cast<Var>(cast<Unbound>(f)->var))) {
          return invoke(cast<Var>(cast<Unbound>(f)->var)->root.load(), args, count);
        }
        throw_error(Error::kIllegalState, "Attempting to call unbound fn: " + var_text(cast<Var>(cast<Unbound>(f)->var)));
      default: return invoke_object(f, args, count);
    }
  }
}

Caller::Caller(Value f, uint32_t argument_count)
    : function(f), enter([](Caller& c, Value* args) { return invoke(c.function, args, c.count); }), count(argument_count) {
  while (is_kind(function, Kind::kMetaFn)) function = cast<MetaFn>(function)->function;
  if (is_kind(function, Kind::kClosure)) {
    if (core_upcalls.prepare_closure != nullptr) core_upcalls.prepare_closure(*this);
  } else if (is_kind(function, Kind::kNativeClosure)) {
    prepare_native_closure(*this);
  } else if (NativeFn* fn = try_cast<NativeFn>(function)) {
    const NativeRow& row = native_rows[fn->row];
    if (count >= static_cast<uint32_t>(row.min_args) && (row.max_args < 0 || count <= static_cast<uint32_t>(row.max_args)))
      native = row.code;
  }
}

namespace {

// apply of a function that takes each argument by itself.
[[gnu::noinline]] Value apply_to_all(Value f, const Value* leading, uint32_t count, Value rest) {
  leave_in_memory(rest);
  ArgumentList args;
  for (uint32_t i = 0; i < count; ++i) args.push_back(leading[i]);
  for_each_taking_slot(
      rest,
      [](void* context, Value x) {
        static_cast<ArgumentList*>(context)->push_back(x);
        return true;
      },
      &args);
  return invoke(f, args.data(), static_cast<uint32_t>(args.size()));
}

// apply of one with a rest parameter after `required` ones.
[[gnu::noinline]] Value apply_to_rest(Value f, const Value* leading, uint32_t count, Value rest, size_t required) {
  ArgumentList args;
  for (uint32_t i = 0; i < count; ++i) args.push_back(leading[i]);
  rest = seq(rest);
  for (; !rest.is_nil() && args.size() < required; rest = next(rest)) args.push_back(first(rest));
  if (args.size() == required && rest.is_nil()) {
    return invoke(f, args.data(), static_cast<uint32_t>(args.size()));
  }
  if (args.size() < required) return invoke(f, args.data(), static_cast<uint32_t>(args.size()));
  // As the JVM does, look one element further than the rest parameter needs: how much of a lazy
  // seq apply realizes can be seen.
  if (args.size() == required) next(rest);
  for (; args.size() > required; args.pop_back()) rest = cons(args.back(), rest);
  return core_upcalls.invoke_rest(f, args.data(), static_cast<uint32_t>(required), rest);
}

}  // namespace

Value apply(Value f, const Value* leading, uint32_t count, Value rest) {
  std::string_view reason = "\"f\"";
  if (stands_for_function(f)) {
    reason = is_kind(f, Kind::kRef) ? kFunctionOfRef : kFunctionOfVar;
    f = function_behind(f);
  }
  if (f.is_nil()) throw_apply_of_nil(reason);
  // The JVM casts the function before it looks at the arguments.
  if (!is_ifn(f)) throw_class_cast(f, "clojure.lang.IFn");
  if (is_kind(f, Kind::kInstance)) {
    Value apply_to = find_method(f, make_symbol("", "applyTo"));
    if (!apply_to.is_absent()) {
      rest = seq(rest);
      for (uint32_t i = count; i-- > 0;) rest = cons(leading[i], rest);
      return invoke(apply_to, f, rest);
    }
  }
  if (is_kind(f, Kind::kNativeFn) && works_pairwise(cast<NativeFn>(f)->row)) return apply_pairwise(f, leading, count, rest);
  bool bytecode = is_kind(f, Kind::kClosure) || is_kind(f, Kind::kTreeFn);
  int required = bytecode && core_upcalls.variadic_required ? core_upcalls.variadic_required(f) : -1;
  if (required < 0) return apply_to_all(f, leading, count, rest);
  return apply_to_rest(f, leading, count, rest, static_cast<size_t>(required));
}

bool is_fn(Value v) {
  if (!v.is_object()) return false;
  if (info(v.as_object()->kind).flags & kFunction) return true;
  return is_kind(v, Kind::kInstance) && is_instance(roots.class_fn, v);
}

bool is_ifn(Value v) {
  if (!v.is_object()) return false;
  if (info(v.as_object()->kind).flags & kFunction) return true;
  return is_instance(roots.class_ifn, v);
}

std::string native_name(const NativeFn* f) {
  const NativeRow& row = native_rows[f->row];
  return std::string(row.ns) + "/" + row.name;
}

std::string function_name(Value f) {
  switch (f.as_object()->kind) {
    case Kind::kNativeFn: return native_name(cast<NativeFn>(f));
    case Kind::kClosure:
    case Kind::kTreeFn: {
      Value name = core_upcalls.closure_name ? core_upcalls.closure_name(f) : Value::nil();
      return is_string(name) ? to_utf8(name) : "";
    }
    case Kind::kMetaFn: return function_name(cast<MetaFn>(f)->function);
    case Kind::kProtocolFn: return to_utf8(cast<ProtocolFn>(f)->name);
    case Kind::kHostFn: return to_utf8(cast<Symbol>(cast<HostFn>(f)->member)->name);
    case Kind::kNativeClosure: return native_closure_name(cast<NativeClosure>(f));
    default: return "";
  }
}

}  // namespace clj
