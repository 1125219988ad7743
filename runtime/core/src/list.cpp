#include "clj/core/list.h"

#include "clj/core/collections.h"
#include "clj/core/roots.h"

namespace clj {

Value make_list_cell(Value first, Value rest, Value meta) {
  auto* cell = gc::make<List>();
  cell->first = first;
  cell->rest = rest;
  cell->meta = meta;
  cell->count = rest.is_nil() ? 1 : cast<List>(rest)->count + 1;
  return Value::object(cell);
}

Value make_cons(Value first, Value more, Value meta) {
  auto* cell = gc::make<Cons>();
  cell->first = first;
  cell->more = more;
  cell->meta = meta;
  return Value::object(cell);
}

Value make_empty_list(Value meta) {
  if (meta.is_nil() && !roots.empty_list.is_nil()) return roots.empty_list;
  auto* list = gc::make<EmptyList>();
  list->meta = meta;
  return Value::object(list);
}

Value make_list(const Value* items, size_t n) {
  if (n == 0) return roots.empty_list;
  Value list;
  for (size_t i = n; i-- > 0;) list = make_list_cell(items[i], list);
  return list;
}

Value make_list(std::initializer_list<Value> items) { return make_list(items.begin(), items.size()); }

}  // namespace clj
