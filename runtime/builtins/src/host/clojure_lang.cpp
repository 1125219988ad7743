// Classes of clojure.lang that programs name.
#include "clj/conc/ref.h"
#include "clj/core/array.h"
#include "clj/core/bigint.h"
#include "clj/core/collections.h"
#include "clj/core/list.h"
#include "clj/core/map.h"
#include "clj/core/multifn.h"
#include "clj/core/munge.h"
#include "clj/core/next_id.h"
#include "clj/core/refs.h"
#include "clj/core/seqs.h"
#include "clj/core/tagged.h"
#include "host_support.h"
#include "iterators.h"

namespace clj::builtins {
CLJ_FN(pr);
}  // namespace clj::builtins

namespace clj::builtins::host {
namespace {

MultiFn* multifn(Value* args) { return cast<MultiFn>(args[0]); }
Var* var_self(Value* args) { return cast<Var>(args[0]); }

Value elements_as(Value coll, Value (*make)(const Value*, size_t)) {
  gc::ValueList all;
  append_elements(coll, all);
  return make(all.data(), all.size());
}

// The arguments of a Java method with a variable number: one by one, or as one array.
void append_varargs(Value* args, uint32_t count, gc::ValueList& out) {
  if (count == 1 && is_array(args[0])) {
    append_elements(args[0], out);
    return;
  }
  for (uint32_t i = 0; i < count; ++i) out.push_back(args[i]);
}

Value checked_map(gc::ValueList& entries) {
  if (entries.size() % 2 != 0) {
    throw_error(Error::kIllegalArgument,
                "No value supplied for key: " + to_utf8(str_value(entries[entries.size() - 1])));
  }
  return make_map_checked(entries.data(), entries.size());
}

// The pairs of a map, or alternating keys and values.
Value map_from(Value source, Value empty) {
  Value map = empty;
  if (is_map(source) || is_instance(roots.class_java_map, source)) {
    for_each(source, [&](Value entry) {
      map = assoc(map, entry_key(entry), entry_value(entry));
      return true;
    });
    return map;
  }
  gc::ValueList all;
  append_elements(source, all);
  for (size_t i = 0; i + 1 < all.size(); i += 2) map = assoc(map, all[i], all[i + 1]);
  return map;
}

Value symbol_from(Value* args, uint32_t count) {
  if (count == 2) return make_symbol(args[0].is_nil() ? args[0] : Value::object(string_arg(args[0])), Value::object(string_arg(args[1])));
  return is_symbol(args[0]) ? args[0] : parse_symbol(Value::object(string_arg(args[0])));
}

}  // namespace

CLJ_FN(lazy_seq_new) { return make_lazy_seq(args[0]); }
CLJ_FN(lazy_seq_sval) { return realize(cast<LazySeq>(args[0])); }
CLJ_FN(delay_new) { return make_delay(args[0]); }
CLJ_FN(map_entry_new) { return make_map_entry(args[0], args[1]); }
CLJ_FN(cons_new) {
  uint32_t at = count - 2;
  if (!args[at + 1].is_nil() && !is_seq(args[at + 1])) throw_class_cast(args[at + 1], "clojure.lang.ISeq");
  return make_cons(args[at], args[at + 1], count == 3 ? args[0] : Value::nil());
}

CLJ_FN(multifn_new) { return make_multifn(Value::object(string_arg(args[0])), args[1], args[2], args[3]); }
CLJ_FN(multifn_add_method) { return add_method(multifn(args), args[1], args[2]); }
CLJ_FN(multifn_remove_method) { return remove_method(multifn(args), args[1]); }
CLJ_FN(multifn_reset) { return remove_all_methods(multifn(args)); }
CLJ_FN(multifn_prefer_method) { return prefer_method(multifn(args), args[1], args[2]); }
CLJ_FN(multifn_get_method) { return get_method(multifn(args), args[1]); }
CLJ_FN(multifn_method_table) { return multifn(args)->methods.load(); }
CLJ_FN(multifn_prefer_table) { return multifn(args)->preferences.load(); }
CLJ_FN(multifn_dispatch_fn) { return multifn(args)->dispatch; }
CLJ_FN(multifn_default) { return multifn(args)->default_value; }
CLJ_FN(multifn_hierarchy) { return multifn(args)->hierarchy; }

CLJ_FN(queue_empty) { return roots.empty_queue; }
CLJ_FN(vector_empty) { return roots.empty_vector; }
CLJ_FN(list_empty) { return roots.empty_list; }
CLJ_FN(array_map_empty) { return roots.empty_array_map; }
CLJ_FN(hash_map_empty) { return roots.empty_hash_map; }
CLJ_FN(hash_set_empty) { return roots.empty_hash_set; }
CLJ_FN(tree_map_empty) { return roots.empty_tree_map; }
CLJ_FN(tree_set_empty) { return roots.empty_tree_set; }
CLJ_FN(list_create) { return elements_as(args[0], make_list); }
CLJ_FN(map_create) { return map_from(args[0], roots.empty_array_map); }
CLJ_FN(map_create_by_assoc) { return map_from(args[0], roots.empty_array_map); }
CLJ_FN(hash_map_create) {
  if (!is_seq(args[0])) return map_from(args[0], roots.empty_hash_map);
  gc::ValueList all;
  append_elements(args[0], all);
  if (all.size() % 2 != 0) throw_no_value(all.back());
  return map_from(args[0], roots.empty_hash_map);
}
CLJ_FN(iterator_seq_create) { return make_iterator_seq(args[0]); }

CLJ_FN(keyword_intern) {
  if (count == 1 && is_keyword(args[0])) return args[0];
  return make_keyword(symbol_from(args, count));
}
CLJ_FN(keyword_sym) { return cast<Keyword>(args[0])->symbol; }
CLJ_FN(symbol_intern) { return symbol_from(args, count); }

CLJ_FN(ref_compare_to) {
  int64_t a = object_arg<conc::Ref>(args[0], "clojure.lang.Ref")->number, b = object_arg<conc::Ref>(args[1], "clojure.lang.Ref")->number;
  return make_int(a < b ? -1 : a > b);
}

CLJ_FN(var_find) {
  Symbol* symbol = object_arg<Symbol>(args[0], "clojure.lang.Symbol");
  if (symbol->ns.is_nil()) throw_error(Error::kIllegalArgument, "Symbol must be namespace-qualified");
  Value ns = find_namespace(make_symbol(Value::nil(), symbol->ns));
  if (ns.is_nil()) throw_error(Error::kIllegalArgument, "No such namespace: " + to_utf8(symbol->ns));
  return find_interned_var(ns, make_symbol(Value::nil(), symbol->name));
}
CLJ_FN(var_intern) {
  Value ns = is_symbol(args[0]) ? find_or_create_namespace(args[0]) : args[0];
  Value var = intern(ns, args[1]);
  if (count == 3) bind_root(cast<Var>(var), args[2]);
  return var;
}
CLJ_FN(var_create) {
  Value var = make_var(Value::nil(), Value::nil());
  if (count == 1) bind_root(cast<Var>(var), args[0]);
  return var;
}
CLJ_FN(var_binding_frame) { return thread_binding_frame(); }
CLJ_FN(var_reset_binding_frame) {
  reset_thread_binding_frame(args[0]);
  return Value::nil();
}
CLJ_FN(var_bind_root) {
  bind_root(var_self(args), args[1]);
  return Value::nil();
}
CLJ_FN(var_raw_root) { return var_self(args)->root.load(); }
CLJ_FN(var_has_root) { return boolean(var_self(args)->is_bound()); }
CLJ_FN(var_is_dynamic) { return boolean(var_self(args)->is_dynamic()); }
CLJ_FN(var_set_dynamic) {
  if (count == 1 || args[1].truthy()) {
    var_self(args)->set_flag(Var::kDynamic);
  } else {
    var_self(args)->clear_flag(Var::kDynamic);
  }
  return args[0];
}
CLJ_FN(var_is_macro) { return boolean(var_self(args)->is_macro()); }
CLJ_FN(var_set_macro) {
  Var* var = var_self(args);
  reset_var_meta(var, assoc(var->meta.load(), roots.kw_macro, Value::boolean(true)));
  return Value::nil();
}
CLJ_FN(var_is_public) { return boolean(!var_self(args)->has_flag(Var::kPrivate)); }
CLJ_FN(var_set_meta) {
  set_var_meta(var_self(args), args[1]);
  return Value::nil();
}
CLJ_FN(var_alter_root) {
  gc::ValueList more;
  append_elements(args[2], more);
  return alter_var_root(var_self(args), args[1], more.data(), static_cast<uint32_t>(more.size()));
}
CLJ_FN(var_to_symbol) {
  Var* var = var_self(args);
  return make_symbol(cast<Symbol>(cast<Namespace>(var->ns)->name)->name, cast<Symbol>(var->symbol)->name);
}
CLJ_FN(var_ns_field) { return var_self(args)->ns; }
CLJ_FN(var_sym_field) { return var_self(args)->symbol; }

CLJ_FN(namespace_mapping) { return resolve_mapping(args[0], args[1]); }
CLJ_FN(namespace_lookup_alias) { return get(cast<Namespace>(args[0])->aliases.load(), args[1]); }
CLJ_FN(namespace_add_alias) {
  if (args[1].is_nil() || args[2].is_nil()) throw_error(Error::kNullPointer, "Expecting Symbol + Namespace");
  object_arg<Symbol>(args[1], "clojure.lang.Symbol");
  object_arg<Namespace>(args[2], "clojure.lang.Namespace");
  add_alias(args[0], args[1], args[2]);
  return Value::nil();
}
CLJ_FN(namespace_interned_var) { return find_interned_var(args[0], args[1]); }

CLJ_FN(tagged_literal_create) { return make_tagged_literal(args[0], args[1]); }
CLJ_FN(tagged_literal_tag) { return cast<TaggedLiteral>(args[0])->tag; }
CLJ_FN(tagged_literal_form) { return cast<TaggedLiteral>(args[0])->form; }
CLJ_FN(reader_conditional_create) { return make_reader_conditional(args[0], args[1]); }
CLJ_FN(reader_conditional_form) { return cast<ReaderConditional>(args[0])->form; }
CLJ_FN(reader_conditional_splicing) { return cast<ReaderConditional>(args[0])->splicing; }

CLJ_FN(compiler_munge) { return make_string(munge(to_utf8(string_arg(args[0])))); }
CLJ_FN(compiler_demunge) { return make_string(demunge(to_utf8(string_arg(args[0])))); }
CLJ_FN(compiler_char_map) {
  gc::ValueList entries;
  auto add = [](void* list, char character, std::string_view spelling) {
    static_cast<gc::ValueList*>(list)->push_back(Value::character(static_cast<char16_t>(character)));
    static_cast<gc::ValueList*>(list)->push_back(make_string(spelling));
  };
  for_each_spelling(add, &entries);
  return make_map(entries.data(), entries.size());
}
CLJ_FN(compiler_specials) {
  Value map = roots.empty_array_map;
  for (Value symbol : {roots.sym_def,   roots.sym_if_,     roots.sym_do_,       roots.sym_let,          roots.sym_loop,
                       roots.sym_recur, roots.sym_fn,      roots.sym_quote,     roots.sym_var,          roots.sym_try_,
                       roots.sym_catch_, roots.sym_finally, roots.sym_throw_,   roots.sym_new_,         roots.sym_dot,
                       roots.sym_set,   roots.sym_letfn,   roots.sym_case_,     roots.sym_import,       roots.sym_deftype,
                       roots.sym_reify, roots.sym_amp,     roots.sym_monitor_enter, roots.sym_monitor_exit}) {
    map = assoc(map, symbol, Value::nil());
  }
  return map;
}

CLJ_FN(list_of) { return count == 0 ? Value::nil() : make_list(args, count); }
// What an applyTo of a program's own function calls: the invoke of that number of arguments.
CLJ_FN(apply_to_helper) {
  gc::ValueList all;
  append_elements(args[1], all);
  return invoke(args[0], all.data(), static_cast<uint32_t>(all.size()));
}
CLJ_FN(vector_of) {
  gc::ValueList items;
  append_varargs(args, count, items);
  return make_vector(items.data(), items.size());
}
CLJ_FN(map_of) {
  gc::ValueList entries;
  append_varargs(args, count, entries);
  return checked_map(entries);
}
CLJ_FN(set_of) {
  gc::ValueList items;
  append_varargs(args, count, items);
  return make_set_checked(items.data(), items.size());
}
CLJ_FN(map_create_with_check) {
  gc::ValueList entries;
  append_elements(args[0], entries);
  return checked_map(entries);
}
CLJ_FN(set_create_with_check) {
  gc::ValueList items;
  append_elements(args[0], items);
  return make_set_checked(items.data(), items.size());
}

// What classes of maps and sets make their own hashCode, hasheq and equals of: entry by entry,
// for those methods of the object itself may be the callers.
CLJ_FN(map_hash) {
  uint32_t hash = 0;
  for_each(args[0], [&](Value entry) {
    hash += java_hash_code(entry_key(entry)) ^ java_hash_code(entry_value(entry));
    return true;
  });
  return integer(static_cast<int32_t>(hash));
}
CLJ_FN(map_equals) {
  if (!is_instance(roots.class_java_map, args[1]) || clj::count(args[0]) != clj::count(args[1])) return boolean(false);
  bool same = for_each(args[0], [&](Value entry) {
    Value found = get(args[1], entry_key(entry), Value::absent());
    return !found.is_absent() && java_equals(entry_value(entry), found);
  });
  return boolean(same);
}
CLJ_FN(set_equals) {
  if (!is_instance(roots.class_java_set, args[1]) || clj::count(args[0]) != clj::count(args[1])) return boolean(false);
  return boolean(for_each(args[1], [&](Value x) { return contains(args[0], x); }));
}
CLJ_FN(rt_print) {
  Value binding[] = {roots.var_out, args[1]};
  BindingScope scope(make_map(binding, 2));
  return pr(args, 1);
}
CLJ_FN(rt_var) {
  Value var = intern_var(to_utf8(string_arg(args[0])), to_utf8(string_arg(args[1])));
  if (count == 3) bind_root(cast<Var>(var), args[2]);
  return var;
}
// (set! (. clojure.lang.RT checkSpecAsserts) flag): one flag for the process.
namespace {
std::atomic<bool> check_spec_asserts{false};
}
CLJ_FN(rt_check_spec_asserts) { return boolean(check_spec_asserts.load(std::memory_order_relaxed)); }
CLJ_FN(rt_set_check_spec_asserts) {
  check_spec_asserts.store(args[0].truthy(), std::memory_order_relaxed);
  return args[0];
}

CLJ_FN(numbers_reduce_big_int) {
  if (!is_integer(args[0])) throw_class_cast(args[0], "clojure.lang.BigInt");
  return clj::integer::convert(args[0], clj::integer::As::kShortest);
}
CLJ_FN(rt_next_id) { return integer(static_cast<int32_t>(next_id())); }
CLJ_FN(rt_iterator) { return make_seq_iterator(seq(args[0])); }

CLJ_FN(util_hash) { return integer(args[0].is_nil() ? 0 : static_cast<int32_t>(java_hash_code(args[0]))); }
CLJ_FN(util_hash_combine) {
  return integer(static_cast<int32_t>(
      hash_combine(static_cast<uint32_t>(int_arg(args[0])), static_cast<uint32_t>(int_arg(args[1])))));
}
CLJ_FN(util_identical) { return boolean(identical(args[0], args[1])); }
CLJ_FN(util_is_integer) { return boolean(is_integer(args[0])); }
CLJ_FN(util_throw) { throw_value(args[0]); }

CLJ_FN(murmur3_hash_int) {
  return integer(static_cast<int32_t>(murmur3::hash_int(static_cast<uint32_t>(int_arg(args[0])))));
}
CLJ_FN(murmur3_hash_long) {
  return integer(static_cast<int32_t>(murmur3::hash_long(static_cast<uint64_t>(to_long(args[0])))));
}
CLJ_FN(murmur3_mix) {
  return integer(static_cast<int32_t>(murmur3::mix_collection(static_cast<uint32_t>(to_int_unchecked(args[0])),
                                                              static_cast<uint32_t>(int_arg(args[1])))));
}
CLJ_FN(util_compare) { return integer(compare(args[0], args[1])); }
CLJ_FN(murmur3_hash_ordered) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer);
  if (!is_instance(roots.class_iterable, args[0])) throw_class_cast(args[0], "java.lang.Iterable");
  uint32_t hash = 1, n = 0;
  for_each(args[0], [&](Value x) {
    hash = hash * 31 + hash_eq(x);
    ++n;
    return true;
  });
  return integer(static_cast<int32_t>(murmur3::mix_collection(hash, n)));
}
CLJ_FN(murmur3_hash_unordered) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer);
  if (!is_instance(roots.class_iterable, args[0])) throw_class_cast(args[0], "java.lang.Iterable");
  uint32_t hash = 0, n = 0;
  for_each(args[0], [&](Value x) {
    hash += hash_eq(x);
    ++n;
    return true;
  });
  return integer(static_cast<int32_t>(murmur3::mix_collection(hash, n)));
}

}  // namespace clj::builtins::host
