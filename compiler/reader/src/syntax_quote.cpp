// Syntax-quote: `form becomes code that builds the form.
//
// The expansion is the JVM's: (seq (concat (list a) b …)) for lists, the same inside
// (apply vector …), (apply hash-map …) and (apply hash-set …), (quote sym) for symbols, which
// are resolved in the current namespace; x# is one generated name per syntax-quoted form.
#include "reader_parts.h"

namespace clj::reader {
namespace {

bool is_call_of(Value form, Value symbol) {
  if (!is_seq(form) || seq(form).is_nil()) return false;
  Value head = first(form);
  return is_symbol(head) && equal(cast<Symbol>(head), cast<Symbol>(symbol));
}

bool is_special(const Symbol* symbol) {
  const Value specials[] = {roots.sym_def,    roots.sym_loop,   roots.sym_recur,   roots.sym_if_,
                            roots.sym_case_,  roots.sym_let,    roots.sym_letfn,   roots.sym_do_,
                            roots.sym_fn,     roots.sym_quote,  roots.sym_var,     roots.sym_import,
                            roots.sym_dot,    roots.sym_set,    roots.sym_deftype, roots.sym_reify,
                            roots.sym_try_,   roots.sym_throw_, roots.sym_monitor_enter,
                            roots.sym_monitor_exit, roots.sym_catch_, roots.sym_finally, roots.sym_new_,
                            roots.sym_amp};
  for (Value special : specials) {
    if (equal(symbol, cast<Symbol>(special))) return true;
  }
  return false;
}

Value quoted(Value form) { return cells({roots.sym_quote, form}); }

Value class_name(Value cls) { return cast<Class>(cls)->name; }

Value class_name_symbol(Value mapping, Value name) { return make_symbol(class_name(mapping), name); }

// The symbol as the current namespace means it: the full name of its class, var or alias, and
// otherwise the name in the current namespace.
Value resolve(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  const String* name = as_string(s->name);
  for (uint32_t i = 1; i < name->length; ++i) {
    if (name->char_at(i) == '.') return symbol;
  }
  auto* ns = try_cast<Namespace>(current_ns());
  if (!ns) return symbol;
  if (!s->ns.is_nil()) {
    Value aliased = find_alias(make_symbol(Value::nil(), s->ns));
    if (aliased.is_nil()) return symbol;
    return make_symbol(cast<Symbol>(cast<Namespace>(aliased)->name)->name, s->name);
  }
  Value mapping = resolve_mapping(Value::object(ns), symbol);
  if (is_kind(mapping, Kind::kClass)) return parse_symbol(class_name(mapping));
  if (Var* var = try_cast<Var>(mapping)) {
    auto* home = try_cast<Namespace>(var->ns);
    if (home) return make_symbol(cast<Symbol>(home->name)->name, cast<Symbol>(var->symbol)->name);
  }
  return make_symbol(cast<Symbol>(ns->name)->name, s->name);
}

// (name (seq (concat items…)))-like calls.
Value sequence_code(gc::ValueList& parts) {
  return cells({roots.sym_seq, cons(roots.sym_concat, make_list(parts.data(), parts.size()))});
}

Value apply_code(Value constructor, gc::ValueList& parts) {
  return cells({roots.sym_apply, constructor, sequence_code(parts)});
}

}  // namespace

// After "~".
Value Reader::read_unquote() {
  int unit = source_.read();
  if (unit == kEnd) throw_error(Error::kRuntimeException, "EOF while reading character");
  if (unit == '@') return cells({roots.sym_unquote_splicing, read_required()});
  source_.unread(unit);
  return cells({roots.sym_unquote, read_required()});
}

Value Reader::syntax_quote_symbol(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  if (is_special(s)) return quoted(symbol);
  if (s->ns.is_nil() && ends_with(s->name, '#')) {
    gc::ValueList& pairs = gensyms_->pairs;
    for (size_t i = 0; i < pairs.size(); i += 2) {
      if (equal(cast<Symbol>(pairs[i]), s)) return quoted(pairs[i + 1]);
    }
    std::string name = to_utf8(s->name);
    name.pop_back();
    Value generated = make_symbol("", name + "__" + std::to_string(next_id()) + "__auto__");
    pairs.push_back(symbol);
    pairs.push_back(generated);
    return quoted(generated);
  }
  if (s->ns.is_nil() && as_string(s->name)->char_at(0) == '.') return quoted(symbol);  // .method, ..
  if (s->ns.is_nil() && ends_with(s->name, '.')) {  // Class.
    Value class_name = substring(as_string(s->name), 0, as_string(s->name)->length - 1);
    Symbol* resolved = cast<Symbol>(resolve(make_symbol(Value::nil(), class_name)));
    return quoted(make_symbol(Value::nil(), clj::make_string(to_utf8(resolved->name) + ".")));
  }
  if (!s->ns.is_nil()) {  // Class/member
    Value ns = current_ns();
    Value cls = ns.is_nil() ? ns : resolve_mapping(ns, make_symbol(Value::nil(), s->ns));
    if (is_kind(cls, Kind::kClass)) return quoted(class_name_symbol(cls, s->name));
  }
  return quoted(resolve(symbol));
}

void Reader::syntax_quote_items(Value items, gc::ValueList& out) {
  gc::ValueList list;
  append_elements(items, list);
  for (size_t i = 0; i < list.size(); ++i) {
    Value item = list[i];
    if (is_call_of(item, roots.sym_unquote)) {
      out.push_back(cells({roots.sym_list, first(next(item))}));
    } else if (is_call_of(item, roots.sym_unquote_splicing)) {
      out.push_back(first(next(item)));
    } else {
      out.push_back(cells({roots.sym_list, syntax_quote(item)}));
    }
  }
}

Value Reader::syntax_quote(Value form) {
  check_stack();
  Value code;
  if (is_symbol(form)) {
    code = syntax_quote_symbol(form);
  } else if (is_call_of(form, roots.sym_unquote)) {
    return first(next(form));
  } else if (is_call_of(form, roots.sym_unquote_splicing)) {
    throw_error(Error::kIllegalState, "splice not in list");
  } else if (is_kind(form, Kind::kInstance)) {
    code = is_map(form) ? form : quoted(form);
  } else if (is_map(form)) {
    gc::ValueList flat, parts;
    for_each_kv(form, [&](Value key, Value value) {
      flat.push_back(key);
      flat.push_back(value);
      return true;
    });
    syntax_quote_items(make_vector(flat.data(), flat.size()), parts);
    code = apply_code(roots.sym_hash_map, parts);
  } else if (is_vector(form) || is_set(form)) {
    gc::ValueList parts;
    syntax_quote_items(form, parts);
    code = apply_code(is_set(form) ? roots.sym_hash_set : roots.sym_vector, parts);
  } else if (is_seq(form) || is_list(form)) {
    if (seq(form).is_nil()) {
      code = make_list({roots.sym_list});
    } else {
      gc::ValueList parts;
      syntax_quote_items(form, parts);
      code = sequence_code(parts);
    }
  } else if (is_keyword(form) || is_number(form) || form.is_character() || is_string(form)) {
    code = form;
  } else {
    code = quoted(form);
  }
  if (!supports_meta(form)) return code;
  Value meta = clj::meta(form);
  if (meta.is_nil()) return code;
  // The reader's own positions do not count as metadata, but travel with what does.
  Value written = dissoc(dissoc(meta, roots.kw_line), roots.kw_column);
  if (count(written) == 0) return code;
  return cells({roots.sym_with_meta, code, syntax_quote(meta)});
}

}  // namespace clj::reader
