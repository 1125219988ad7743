// The collection interfaces of java.util, for Clojure's own collections.
#include <vector>

#include "clj/core/map.h"
#include "clj/core/record.h"
#include "clj/core/vector.h"
#include "host_support.h"
#include "iterators.h"
#include "lists.h"

namespace clj::builtins::host {
namespace {

int32_t find_index(Value coll, Value x, bool last) {
  int32_t index = 0, found = -1;
  for_each(coll, [&](Value element) {
    if (equiv(element, x)) found = index;
    ++index;
    return last || found < 0;
  });
  return found;
}

}  // namespace

CLJ_FN(unsupported) { throw_named("java.lang.UnsupportedOperationException", Value::nil()); }

bool holds(Value coll, Value x) {
  Value call[] = {coll, x};
  return call_host_method(make_symbol("", "contains"), call, 2).truthy();
}

namespace {

void check_removal(Value* args, uint32_t count) {
  if (is_instance(find_class("clojure.lang.IPersistentCollection"), args[0])) unsupported(args, count);
  require_collection(args[1]);
}

// Removes the elements that the other collection contains, or those that it does not. A list removes by index, from its end.
Value remove_where(Value* args, bool contained) {
  gc::ValueList all;
  append_elements(args[0], all);
  std::vector<size_t> removed;
  for (size_t i = 0; i < all.size(); ++i) {
    if (holds(args[1], all[i]) == contained) removed.push_back(i);
  }
  bool list = is_instance(roots.class_java_list, args[0]);
  for (size_t k = removed.size(); k-- > 0;) {
    size_t i = removed[k];
    Value call[] = {args[0], list ? integer(static_cast<int32_t>(i)) : all[i]};
    call_host_method(make_symbol("", "remove"), call, 2);
  }
  return boolean(!removed.empty());
}

}  // namespace

CLJ_FN(collection_remove_all) {
  check_removal(args, count);
  if (!is_instance(roots.class_java_set, args[0]) || clj::count(args[0]) <= clj::count(args[1])) return remove_where(args, true);
  // Of two sets the smaller one is walked.
  bool changed = false;
  for_each(args[1], [&](Value x) {
    Value call[] = {args[0], x};
    changed |= call_host_method(make_symbol("", "remove"), call, 2).truthy();
    return true;
  });
  return boolean(changed);
}
CLJ_FN(collection_retain_all) {
  check_removal(args, count);
  return remove_where(args, false);
}

CLJ_FN(map_get_member) { return get(args[0], args[1]); }
CLJ_FN(map_get_or_default) { return get(args[0], args[1], args[2]); }
CLJ_FN(map_contains_value) {
  bool absent = for_each_kv(args[0], [&](Value, Value v) { return args[1].is_nil() ? !v.is_nil() : !java_equals(args[1], v); });
  return boolean(!absent);
}
// A record's are Clojure's own collections; those of the other maps are views, in Clojure.
CLJ_FN(record_key_set) {
  gc::ValueList all;
  append_elements(keys(args[0]), all);
  return make_set(all.data(), all.size());
}
CLJ_FN(record_values) { return vals(args[0]); }
CLJ_FN(record_entry_set) {
  gc::ValueList all;
  append_elements(args[0], all);
  return make_set(all.data(), all.size());
}
CLJ_FN(map_for_each) {
  for_each_kv(args[0], [&](Value k, Value v) {
    Value call[] = {k, v};
    call_functional(args[1], "accept", call, 2);
    return true;
  });
  return Value::nil();
}
CLJ_FN(entry_get_key) { return entry_key(args[0]); }
CLJ_FN(entry_get_value) { return entry_value(args[0]); }

CLJ_FN(collection_size) { return integer(static_cast<int32_t>(clj::count(args[0]))); }
CLJ_FN(collection_is_empty) { return boolean(seq(args[0]).is_nil()); }
CLJ_FN(collection_contains) {
  if (is_set(args[0])) return boolean(contains(args[0], args[1]));
  return boolean(find_index(args[0], args[1], false) >= 0);
}
CLJ_FN(collection_contains_all) {
  require_collection(args[1]);
  return boolean(for_each(args[1], [&](Value x) { return holds(args[0], x); }));
}
CLJ_FN(list_get) {
  if (!is_number(args[1]) && !args[1].is_nil() && !is_vector(args[0])) {
    // A seq has no other method of this name that reflection could take the argument for.
    throw_error(Error::kIllegalArgument, "Unexpected param type, expected: int, given: " + to_utf8(cast<Class>(class_of(args[1]))->name));
  }
  return nth(args[0], int_arg(args[1]));
}
CLJ_FN(list_index_of) { return integer(find_index(args[0], args[1], false)); }
CLJ_FN(list_last_index_of) { return integer(find_index(args[0], args[1], true)); }
// Of a vector: shares what it is of.
CLJ_FN(list_sub_list) {
  int64_t from = int_arg(args[1]), to = int_arg(args[2]);
  if (from < 0 || to > clj::count(args[0]) || from > to) throw_index_out_of_bounds();
  return subvec(args[0], from, to);
}
CLJ_FN(iterable_iterator) {
  if (is_kind(args[0], Kind::kArrayMap)) return make_seq_iterator(seq(args[0]), "clojure.lang.PersistentArrayMap$Iter");
  return make_iterator_of(args[0]);
}
CLJ_FN(iterable_for_each) {
  // A map is a java.util.Map as well, which has a forEach of keys with values.
  if (is_map(args[0]) && !is_instance(find_class("java.util.function.Consumer"), args[1])) {
    for_each(call_host_method(make_symbol("", "entrySet"), args, 1), [&](Value entry) {
      Value call[] = {entry_key(entry), entry_value(entry)};
      call_functional(args[1], "accept", call, 2);
      return true;
    });
    return Value::nil();
  }
  for_each(args[0], [&](Value x) {
    Value call[] = {x};
    call_functional(args[1], "accept", call, 1);
    return true;
  });
  return Value::nil();
}

CLJ_FN(comparator_compare) { return integer(compare_with(args[0], args[1], args[2])); }

}  // namespace clj::builtins::host
