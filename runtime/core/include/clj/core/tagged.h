// Forms that the reader keeps unread: #tag form, and #?(…) under :read-cond :preserve.
#pragma once
#include "clj/gc/heap.h"
#include "clj/value/object.h"

namespace clj {

struct TaggedLiteral : Object {
  static constexpr Kind kKind = Kind::kTaggedLiteral;
  static constexpr uint16_t kSlots = 2;
  Value tag;   // Symbol
  Value form;
};
inline Value make_tagged_literal(Value tag, Value form) {
  auto* literal = gc::make<TaggedLiteral>();
  literal->tag = tag;
  literal->form = form;
  return Value::object(literal);
}

struct ReaderConditional : Object {
  static constexpr Kind kKind = Kind::kReaderConditional;
  static constexpr uint16_t kSlots = 2;
  Value form;      // list of features and forms
  Value splicing;  // boolean
};
inline Value make_reader_conditional(Value form, Value splicing) {
  auto* conditional = gc::make<ReaderConditional>();
  conditional->form = form;
  conditional->splicing = splicing;
  return Value::object(conditional);
}

}  // namespace clj
