// The bodies of lists: which of their forms are an implicit do.
#pragma once
#include <utility>
#include <vector>

#include "rule.h"

namespace clj::lint {

// A run of forms whose last one gives the value: items [from, end) of a list.
struct Body {
  const gc::ValueList* items;
  size_t from;
};

// Calls visit(body) for each body of the list: one for let and its like, one per arity for fn.
template <class F>
void for_each_body(const List& list, F&& visit);

// How the list's bodies are found; a row of bodies.def.
struct BodyRow {
  const char* name;
  size_t start;      // of the body, or of the search for parameter vectors
  bool is_function;
};
// The row of the list's operator, or null.
const BodyRow* body_row(const List& list);

template <class F>
void for_each_body(const List& list, F&& visit) {
  const BodyRow* row = body_row(list);
  if (row == nullptr) return;
  if (!row->is_function) {
    if (list.items.size() >= row->start) visit(Body{&list.items, row->start});
    return;
  }
  for (size_t i = row->start; i < list.items.size(); ++i) {
    if (is_vector(list.items[i])) return visit(Body{&list.items, i + 1});
    if (!is_seq(list.items[i]) || !is_vector(first(list.items[i]))) continue;
    gc::ValueList arity;
    append_elements(list.items[i], arity);
    visit(Body{&arity, 1});
  }
}

}  // namespace clj::lint
