#include "clj/core/equality.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"

namespace clj {

Value make_symbol(Value ns, Value name) {
  auto* symbol = gc::make<Symbol>();
  symbol->ns = ns;
  symbol->name = name;
  return Value::object(symbol);
}

Value make_symbol(std::string_view ns, std::string_view name) {
  Value ns_string = ns.empty() ? Value::nil() : make_string(ns);
  return make_symbol(ns_string, make_string(name));
}

Value parse_symbol(Value string) {
  const String* text = as_string(string);
  for (uint32_t i = 0; i < text->length && text->length > 1; ++i) {
    if (text->char_at(i) != '/') continue;
    Value ns = substring(text, 0, i);
    return make_symbol(ns, substring(text, i + 1, text->length));
  }
  return make_symbol(Value::nil(), string);
}

bool equal(const Symbol* a, const Symbol* b) {
  if (a == b) return true;
  if (a->ns.is_nil() != b->ns.is_nil()) return false;
  return equal(as_string(a->name), as_string(b->name)) &&
         (a->ns.is_nil() || equal(as_string(a->ns), as_string(b->ns)));
}

int compare(const Symbol* a, const Symbol* b) {
  if (equal(a, b)) return 0;
  if (a->ns.is_nil() != b->ns.is_nil()) return a->ns.is_nil() ? -1 : 1;
  if (!a->ns.is_nil()) {
    if (int by_ns = compare(as_string(a->ns), as_string(b->ns))) return by_ns;
  }
  return compare(as_string(a->name), as_string(b->name));
}

uint32_t hash_eq(const Symbol* symbol) {
  uint32_t hash = symbol->cached_hash();
  if (hash != 0) return hash;
  uint32_t ns_hash = symbol->ns.is_nil() ? 0 : java_hash(as_string(symbol->ns));
  hash = hash_combine(murmur3::hash_string(as_string(symbol->name)), ns_hash);
  const_cast<Symbol*>(symbol)->cache_hash(hash);
  return hash;
}

uint32_t java_hash(const Symbol* symbol) {
  uint32_t ns_hash = symbol->ns.is_nil() ? 0 : java_hash(as_string(symbol->ns));
  return hash_combine(java_hash(as_string(symbol->name)), ns_hash);
}

std::string symbol_text(Value v) {
  const auto* symbol = cast<Symbol>(v);
  std::string name = to_utf8(symbol->name);
  return symbol->ns.is_nil() ? name : to_utf8(symbol->ns) + "/" + name;
}

}  // namespace clj
