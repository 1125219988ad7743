// java.util.HashSet and LinkedHashSet.
#include <algorithm>

#include "clj/core/array.h"
#include "hash_table.h"
#include "iterators.h"
#include "lists.h"
#include "to_array.h"

namespace clj::builtins::host {
namespace {

Value make_set_of(const char* class_name, bool linked, Value* args, uint32_t count) {
  Value made = make_hash_table(class_name, linked);
  auto* table = static_cast<HashTable*>(made.as_object());
  if (count > 0 && is_int(args[0])) {
    size_for_capacity(table, capacity_arg(args[0], kIllegalCapacity));
  } else if (count > 0) {
    check_collection_arg(args[0], "java.util.Collection", class_name);
    gc::ValueList all;
    append_elements(args[0], all);
    int64_t wanted = static_cast<int64_t>(static_cast<float>(all.size()) / .75F) + 1;
    size_for_capacity(table, std::max<int64_t>(wanted, 16));
    for (Value v : all) table_insert(table, v, Value::boolean(true));
  }
  return made;
}

template <class Keep>
Value filter_keys(HashTable* table, Keep keep) {
  gc::ValueList all;
  keys_of(table, all);
  bool changed = false;
  for (Value key : all) {
    if (keep(key)) continue;
    table_delete(table, key);
    changed = true;
  }
  return Value::boolean(changed);
}

}  // namespace

CLJ_FN(hash_set_new) { return make_set_of("java.util.HashSet", false, args, count); }
CLJ_FN(linked_hash_set_new) { return make_set_of("java.util.LinkedHashSet", true, args, count); }

CLJ_FN(host_set_add) { return boolean(table_insert(self(args), args[1], Value::boolean(true)).is_absent()); }
CLJ_FN(host_set_add_all) {
  require_collection(args[1]);
  int64_t before = self(args)->size;
  for_each(args[1], [&](Value v) {
    table_insert(self(args), v, Value::boolean(true));
    return true;
  });
  return boolean(self(args)->size != before);
}
CLJ_FN(host_set_remove) { return boolean(!table_delete(self(args), args[1]).is_absent()); }
CLJ_FN(host_set_iterator) {
  gc::ValueList all;
  keys_of(self(args), all);
  Value array = make_object_array(all.data(), all.size());
  auto size = [](Value v) { return static_cast<int64_t>(static_cast<HashTable*>(v.as_object())->size); };
  return make_fail_fast_iterator(array, 0, static_cast<int64_t>(all.size()), args[0], size, End::kOfElements);
}
CLJ_FN(host_set_to_array) {
  gc::ValueList all;
  keys_of(self(args), all);
  return elements_to_array(all, args, count);
}
CLJ_FN(host_set_contains_all) {
  require_collection(args[1]);
  return boolean(for_each(args[1], [&](Value v) { return !find_entry(self(args), v).is_nil(); }));
}
CLJ_FN(host_set_remove_all) {
  require_collection(args[1]);
  HashTable* set = self(args);
  int64_t before = set->size;
  // The smaller one is walked, which decides whose equality counts.
  if (before <= clj::count(args[1])) return filter_keys(set, [&](Value key) { return !holds(args[1], key); });
  for_each(args[1], [&](Value x) {
    table_delete(set, x);
    return true;
  });
  return boolean(set->size != before);
}
CLJ_FN(host_set_retain_all) {
  require_collection(args[1]);
  return filter_keys(self(args), [&](Value key) { return holds(args[1], key); });
}
CLJ_FN(host_set_remove_if) {
  if (args[1].is_nil()) throw_error(Error::kNullPointer);
  return filter_keys(self(args), [&](Value key) { return !call_functional(args[1], "test", &key, 1).truthy(); });
}
CLJ_FN(host_set_to_string) { return make_string(java_list_text(args[0])); }
CLJ_FN(host_set_equals) {
  if (!is_instance(roots.class_java_set, args[1]) || clj::count(args[1]) != self(args)->size) {
    return boolean(false);
  }
  return host_set_contains_all(args, count);
}
CLJ_FN(host_set_hash_code) {
  gc::ValueList all;
  keys_of(self(args), all);
  uint32_t hash = 0;
  for (Value v : all) hash += v.is_nil() ? 0 : java_hash_code(v);
  return integer(static_cast<int32_t>(hash));
}
CLJ_FN(host_set_get) { return find_entry(self(args), args[1]).is_nil() ? Value::nil() : args[1]; }

}  // namespace clj::builtins::host
