// Lists, maps, sets, namespaced maps and metadata.
#include "clj/core/map.h"
#include "reader_parts.h"

namespace clj::reader {

void Reader::read_delimited(int close, gc::ValueList& items) {
  int first_line = source_.line();
  Sub sub(*this);
  for (;;) {
    Value item;
    switch (read_element(item, close)) {
      case Status::kForm: items.push_back(item); break;
      case Status::kClosed: return;
      case Status::kEndOfSource: throw_eof_in(first_line);
    }
  }
}

Value Reader::read_list() {
  int line = source_.line(), column = source_.column() - 1;
  gc::ValueList items;
  read_delimited(')', items);
  if (items.empty()) return roots.empty_list;
  Value list = make_list(items.data(), items.size());
  if (!source_.has_positions() || options_.edn) return list;
  Value entries[] = {roots.kw_line, make_long(line), roots.kw_column, make_long(column)};
  return with_meta(list, make_map(entries, 4));
}

// Throws, unless a listener has noted it and reading goes on.
void Reader::pass_duplicate(Value key, bool in_set) {
  if (options_.listener == nullptr || !options_.listener->duplicate(key, in_set)) throw_duplicate_key(key);
}

Value Reader::checked_map(gc::ValueList& items) {
  if (items.empty()) return roots.empty_array_map;
  if (items.size() <= 16) {  // an array map on the JVM, which looks for each key's copies in turn
    for (size_t i = 0; i < items.size(); i += 2) {
      for (size_t j = i + 2; j < items.size(); j += 2) {
        if (equiv(items[i], items[j])) pass_duplicate(items[i], false);
      }
    }
    return make_map(items.data(), items.size());
  }
  Value map = make_map(items.data(), items.size());
  if (static_cast<size_t>(count(map)) * 2 != items.size()) tell_duplicates(items, 2);
  return map;
}

// The items[0], items[step] … that equal an earlier one.
void Reader::tell_duplicates(gc::ValueList& items, size_t step) {
  Value seen = roots.empty_hash_set;
  for (size_t i = 0; i < items.size(); i += step) {
    if (contains(seen, items[i])) pass_duplicate(items[i], step == 1);
    seen = conj(seen, items[i]);
  }
}

Value Reader::read_map() {
  gc::ValueList items;
  read_delimited('}', items);
  if (items.size() % 2) throw_error(Error::kRuntimeException, "Map literal must contain an even number of forms");
  return checked_map(items);
}

Value Reader::read_set() {
  gc::ValueList items;
  read_delimited('}', items);
  Value set = make_set(items.data(), items.size());
  if (static_cast<size_t>(count(set)) != items.size()) tell_duplicates(items, 1);
  return set;
}

namespace {

// A key of #:ns{…}: unqualified ones get `ns`, those qualified with _ lose it.
Value qualify(Value key, Value ns) {
  Value symbol = is_keyword(key) ? cast<Keyword>(key)->symbol : key;
  if (!is_symbol(symbol)) return key;
  auto* s = cast<Symbol>(symbol);
  Value qualified;
  if (s->ns.is_nil()) {
    qualified = make_symbol(ns, s->name);
  } else if (to_utf8(s->ns) == "_") {
    qualified = make_symbol(Value::nil(), s->name);
  } else {
    return key;
  }
  return is_keyword(key) ? make_keyword(qualified) : qualified;
}

[[noreturn]] void throw_invalid_namespace(Value name) {
  throw_error(Error::kRuntimeException, "Namespaced map must specify a valid namespace: " + text_of(name));
}

}  // namespace

// The JVM reads the name as a form of its own, whose errors have their place.
Value Reader::read_namespace_name() {
  try {
    return read_required();
  } catch (const ClojureThrow& thrown) {
    throw_placed(thrown.value);
  }
}

// After "#:".
Value Reader::read_namespaced_map() {
  Value name;
  bool automatic = false;
  int unit;
  if (options_.edn) {
    name = read_namespace_name();
    if (!is_symbol(name) || !cast<Symbol>(name)->ns.is_nil()) throw_invalid_namespace(name);
    unit = next_visible();
  } else {
    unit = source_.read();
    if (unit == ':') {
      automatic = true;
      unit = source_.read();
    }
    if (is_whitespace(unit)) {
      if (automatic) unit = next_visible();
      if (!automatic || unit != '{') {
        source_.unread(unit);
        throw_error(Error::kRuntimeException, "Namespaced map must specify a namespace");
      }
    } else if (unit != '{') {
      source_.unread(unit);
      name = read_namespace_name();
      unit = next_visible();
    }
  }
  if (unit != '{') throw_error(Error::kRuntimeException, "Namespaced map must specify a map");

  Value ns;
  if (automatic && name.is_nil()) {
    ns = cast<Symbol>(cast<Namespace>(current_ns())->name)->name;
  } else if (!is_symbol(name) || !cast<Symbol>(name)->ns.is_nil()) {
    throw_invalid_namespace(name);
  } else if (automatic) {
    Value aliased = find_alias(name);
    if (aliased.is_nil())
      throw_error(Error::kRuntimeException, "Unknown auto-resolved namespace alias: " + symbol_text(name));
    ns = cast<Symbol>(cast<Namespace>(aliased)->name)->name;
  } else {
    ns = cast<Symbol>(name)->name;
  }

  gc::ValueList items;
  read_delimited('}', items);
  if (items.size() % 2)
    throw_error(Error::kRuntimeException, "Namespaced map literal must contain an even number of forms");
  for (size_t i = 0; i < items.size(); i += 2) items[i] = qualify(items[i], ns);
  return checked_map(items);
}

Value Reader::read_meta() {
  int line = source_.line(), column = source_.column() - 1;
  Value meta = read_required();
  if (is_symbol(meta) || is_string(meta)) {
    Value entries[] = {roots.kw_tag, meta};
    meta = make_map(entries, 2);
  } else if (is_keyword(meta)) {
    Value entries[] = {meta, Value::boolean(true)};
    meta = make_map(entries, 2);
  } else if (is_vector(meta) && !options_.edn) {  // Clojure 1.12: ^[long _] String/valueOf
    Value entries[] = {roots.kw_param_tags, meta};
    meta = make_map(entries, 2);
  } else if (!is_map(meta)) {
    throw_error(Error::kIllegalArgument, "Metadata must be Symbol,Keyword,String or Map");
  }

  Value form = read_required();
  if (Var* var = try_cast<Var>(form)) {  // #=(var x), data readers
    set_var_meta(var, meta);
    return form;
  }
  if (!supports_meta(form)) throw_error(Error::kIllegalArgument, "Metadata can only be applied to IMetas");
  if (source_.has_positions() && is_seq(form)) {
    meta = assoc(meta, roots.kw_line, get(meta, roots.kw_line, make_long(line)));
    meta = assoc(meta, roots.kw_column, get(meta, roots.kw_column, make_long(column)));
  }
  Value merged = clj::meta(form);
  for_each_kv(meta, [&](Value key, Value value) {
    merged = merged.is_nil() ? assoc(roots.empty_array_map, key, value) : assoc(merged, key, value);
    return true;
  });
  return with_meta(form, merged);
}

}  // namespace clj::reader
