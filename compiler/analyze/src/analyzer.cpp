// Forms by their kind: symbols, calls, literals; and the special forms' table.
#include "analyzer.h"

#include "clj/analyze/analyze.h"
#include "clj/analyze/observer.h"
#include "primitive.h"

#include <string_view>
#include <unordered_map>

#include "clj/core/collections.h"
#include "clj/core/compiler_exception.h"
#include "clj/core/equality.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/protocol.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "compile_error.h"
#include "expand.h"
#include "param_tags.h"
#include "resolve.h"

namespace clj::analyze {

bool literals_interned = true;

Items::Items(Value form) { append_elements(form, *this); }

const SpecialForm* find_special_form(Value symbol) {
  static const SpecialForm rows[] = {
#define CLJ_SPECIAL_FORM(symbol, handler, usage, doc) {symbol, &Analyzer::form_##handler, usage, doc},
#define CLJ_SPECIAL_CLAUSE(symbol, usage, doc) {symbol, nullptr, usage, doc},
#include "special_forms.def"
#undef CLJ_SPECIAL_FORM
#undef CLJ_SPECIAL_CLAUSE
  };
  static const auto by_symbol = [] {
    std::unordered_map<std::string_view, const SpecialForm*> map;
    for (const SpecialForm& row : rows) map.emplace(row.symbol, &row);
    return map;
  }();
  if (!is_symbol(symbol)) return nullptr;
  auto* s = cast<Symbol>(symbol);
  const String* name = as_string(s->name);
  // The longest special symbol has 13 letters; all are Latin-1.
  if (name->is_utf16() || name->length > 13) return nullptr;
  auto found = s->ns.is_nil() ? by_symbol.find({reinterpret_cast<const char*>(name->latin1()), name->length})
                              : by_symbol.find(symbol_text(symbol));
  return found == by_symbol.end() ? nullptr : found->second;
}

namespace {

// The line or column in a form's metadata, or `otherwise`.
uint32_t position(Value meta, Value key, uint32_t otherwise) {
  if (meta.is_nil()) return otherwise;
  Value n = get(meta, key);
  return n.is_inline_long() ? static_cast<uint32_t>(n.as_inline_long()) : otherwise;
}

Value tag_of(Value form) {
  if (!supports_meta(form)) return Value::nil();
  Value m = meta(form);
  return m.is_nil() ? m : get(m, roots.kw_tag);
}

bool all_constant(const NodeList& nodes) {
  for (const Node* node : nodes) {
    if (node->kind != NodeKind::kConst) return false;
  }
  return true;
}

void constant_values(const NodeList& nodes, gc::ValueList& out) {
  for (const Node* node : nodes) out.push_back(as<ConstNode>(node).value);
}

// JVM Clojure evaluates a top-level form inside a function of its own unless it is a def.
bool needs_eval_function(Value form) {
  if (!is_coll(form)) return false;
  Value op = is_seq(form) ? first(form) : Value::nil();
  return !(is_symbol(op) && to_utf8(cast<Symbol>(op)->name).starts_with("def"));
}

}  // namespace

void Analyzer::analyze_root(Value form) {
  FnContext root;
  if (needs_eval_function(form)) {
    root.name = make_string(symbol_text(cast<Namespace>(current_ns())->name) + "/eval" + std::to_string(next_id()));
  }
  unit_.name = root.name;
  fn_ = &root;
  unit_.root = analyze(form, Place{true, false, Value::nil(), Context::kReturn});
  if (unit_.root->kind == NodeKind::kDef) finish_root_def(*static_cast<DefNode*>(unit_.root));
  unit_.root_slots = root.slots;
  fn_ = nullptr;
}

Node* Analyzer::analyze(Value form, Place place) {
  check_stack();
  try {
    Node* made = analyze_dispatch(form, place);
    made->tail = place.tail;
    return made;
  } catch (const ClojureThrow& thrown) {
    Value cause = thrown.value;
    Observer* observer = current_observer();
    if (observer != nullptr && observer->recover(form, line_, column_, cause, macro_env())) {
      return constant(Value::nil());
    }
    if (is_compiler_exception(cause)) throw;
    throw_compiler_exception(Phase::kCompileSyntaxCheck, Value::nil(), line_, column_, cause);
  }
}

Node* Analyzer::analyze_dispatch(Value form, Place place) {
  if (!form.is_object()) return constant(form);
  switch (form.as_object()->kind) {
    case Kind::kSymbol:
      return analyze_symbol(form);
    case Kind::kLazySeq: {
      Value forced = seq(form);
      return forced.is_nil() ? constant(roots.empty_list) : analyze_seq(forced, place);
    }
    case Kind::kEmptyList:
      return with_literal_meta(constant(roots.empty_list), form);
    case Kind::kInstance:
      return constant(form);
    case Kind::kString:
      return constant(literals_interned ? intern_literal(form) : form);
    default:
      break;
  }
  if (is_seq(form)) return analyze_seq(form, place);
  if (is_vector(form)) return analyze_vector(form);
  if (is_map(form)) return analyze_map(form);
  if (is_set(form)) return analyze_set(form);
  Value var = functions_by_name ? var_of_function(form) : Value::nil();
  if (is_only_a_name(form)) return unknown_class(cast<Class>(form)->name);
  return var.is_nil() ? constant(form) : var_reference(var);
}

Node* Analyzer::var_reference(Value var) {
  auto* made = node<VarRefNode>();
  made->var = var;
  made->tag = tag_of(var);
  return made;
}

Node* Analyzer::constant(Value value) {
  auto* made = node<ConstNode>();
  made->value = value;
  return made;
}

// Symbols.

Node* Analyzer::analyze_symbol(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  Observer* observer = current_observer();
  if (s->ns.is_nil()) {
    if (Binding* binding = find_binding(symbol)) {
      if (observer != nullptr) observer->resolved(symbol, Value::nil());
      return reference(binding, symbol);
    }
  } else if (namespace_for(symbol).is_nil()) {
    Value array = array_class(symbol);
    if (!array.is_nil()) return is_string(array) ? unknown_class(array) : constant(array);
    Value cls = static_class(symbol);
    if (!cls.is_nil()) {
      if (observer != nullptr) observer->resolved(symbol, cls);
      if (!param_tags(symbol).is_nil()) return analyze(tagged_function(symbol, cls));
      Node* made = static_field(cls, make_symbol(Value::nil(), s->name));
      made->tag = tag_of(symbol);
      return made;
    }
  }
  Value cls = s->ns.is_nil() ? find_class_here(symbol) : Value::nil();
  Value found = cls.is_nil() ? resolve_symbol(symbol) : cls;
  if (observer != nullptr) observer->resolved(symbol, found);
  if (is_string(found)) return unknown_class(found);
  if (!is_kind(found, Kind::kVar)) return constant(found);
  auto* var = cast<Var>(found);
  if (var->is_macro()) {
    throw_error(Error::kRuntimeException, "Can't take value of a macro: " + print_text(found));
  }
  if (is_inlined_constant(var)) return constant(var->root.load());
  Node* made = var_reference(found);
  Value tag = tag_of(symbol);
  if (!tag.is_nil()) made->tag = tag;
  return made;
}

// The value of a class that is known by name only: throws when it is reached, unless it was imported or
// the member is `interface`.
Node* Analyzer::unknown_class(Value name, std::string_view member) {
  if (member == "class") refuse_missing_class(name);
  auto* made = node<StaticFieldNode>();
  made->cls = name;
  made->member = make_symbol("", member);
  return made;
}

// Lists.

Node* Analyzer::analyze_seq(Value form, Place place) {
  Value m = supports_meta(form) ? meta(form) : Value::nil();
  struct Position {
    Analyzer& a;
    uint32_t line, column;
    ~Position() {
      a.line_ = line;
      a.column_ = column;
    }
  } outer{*this, line_, column_};
  line_ = position(m, roots.kw_line, line_);
  column_ = position(m, roots.kw_column, column_);

  Value op = first(form);
  try {
    if (Observer* observer = current_observer(); observer != nullptr && !observer->enter(form, operator_of(form, this))) {
      return constant(Value::nil());
    }
    const SpecialForm* special = find_special_form(op);
    if (special == nullptr) {
      op = Value::nil();
      Value expanded = expand_1(form, this);
      if (!(expanded == form)) return analyze(expanded, place);
      refuse_class_as_function(first(form));
      op = first(form);
      // Tools look at what is written.
      Value inlined = current_observer() == nullptr ? inlined_call(form, *this) : Value::absent();
      if (!inlined.is_absent()) return analyze(inlined, place);
    }
    op = first(form);
    if (op.is_nil()) {
      throw_error(Error::kIllegalArgument, "Can't call nil, form: " + print_text(form));
    }
    if (special == nullptr) require_public_operator(op);
    Items items(form);
    Node* made = special != nullptr && special->handler != nullptr ? (this->*special->handler)(form, items, place)
                                                                   : analyze_invoke(form, items, place);
    if (made->tag.is_nil() && !m.is_nil()) made->tag = get(m, roots.kw_tag);
    return made;
  } catch (const ClojureThrow& thrown) {
    Value cause = thrown.value;
    if (is_compiler_exception(cause)) throw;
    throw_compiler_exception(Phase::kCompileSyntaxCheck, is_symbol(op) ? op : Value::nil(), line_, column_, cause);
  }
}

Node* Analyzer::analyze_invoke(Value, const Items& items, Place place) {
  Value op = items[0];
  if (is_symbol(op) && !cast<Symbol>(op)->ns.is_nil() && namespace_for(op).is_nil()) {
    // Class/member: a static call; a constructor or, with a leading dot, an instance call (1.12).
    Value cls;
    try {
      cls = static_class(op);
    } catch (const ClojureThrow& thrown) {  // told as of a symbol that stands alone: without the operator
      throw_compiler_exception(Phase::kCompileSyntaxCheck, Value::nil(), line_, column_, thrown.value);
    }
    if (!cls.is_nil()) {
      if (Observer* observer = current_observer()) observer->resolved(op, cls);
      if (!param_tags(op).is_nil()) {
        gc::ValueList args;
        for (size_t i = 1; i < items.size(); ++i) args.push_back(items[i]);
        return analyze(tagged_call(op, cls, args));
      }
      std::string member = to_utf8(cast<Symbol>(op)->name);
      if (member == "new") {
        auto* made = node<NewNode>();
        made->cls = cls;
        made->args = arguments(items, 1);
        return made;
      }
      if (member[0] != '.') return static_call(cls, make_symbol("", member), arguments(items, 1));
      if (items.size() > 1) {
        Node* target = analyze(items[1]);
        return host_call(make_symbol("", member.substr(1)), target, arguments(items, 2));
      }
    }
  }
  auto* made = node<InvokeNode>(place);
  made->fn = analyze(op);
  // Libraries that mention a class which this runtime does not know by its full name load and work: `extend` and `instance?`
  // take the class that is only a name.
  bool asks = is_core_var(made->fn, "extend") || is_core_var(made->fn, "instance?");
  if (asks && items.size() > 1 && is_symbol(items[1]) && symbol_text(items[1]).find('.') != std::string::npos) {
    Value cls = find_class_here(items[1]);
    if (is_unknown_class(cls)) {
      std::vector<Node*> args{unknown_class(cls, "interface")};
      for (Node* rest : arguments(items, 2)) args.push_back(rest);
      made->args = unit_.make_list(args);
      return made;
    }
  }
  made->args = arguments(items, 1);
  check_protocol_call(made);
  return with_primitive_operation(made);
}

// Throws for (String 1): the JVM looks for a var behind the name, which might be a macro.
void Analyzer::refuse_class_as_function(Value op) const {
  if (!is_symbol(op) || !cast<Symbol>(op)->ns.is_nil() || find_binding(op) != nullptr) return;
  std::string name = symbol_text(op);
  if (name.find('.') != name.npos) return;
  Value cls = find_class_here(op);
  if (cls.is_nil()) return;
  bool only_defined_here = is_string(cls) && find_class_in(current_ns(), op).is_nil();
  if (only_defined_here) return;  // in a method of the type, whose name is mapped behind it
  std::string class_name = to_utf8(is_string(cls) ? cls : cast<Class>(cls)->name);
  throw_error(Error::kRuntimeException, "Expecting var, but " + name + " is mapped to class " + class_name);
}

// Throws for a call of a protocol's method that the protocol does not declare any more, or not with
// this number of arguments. An observer looks at the arities of all calls itself.
void Analyzer::check_protocol_call(const InvokeNode* call) {
  if (call->fn->kind != NodeKind::kVarRef || current_observer() != nullptr) return;
  auto* f = try_cast<ProtocolFn>(cast<Var>(as<VarRefNode>(call->fn).var)->root.load());
  if (f == nullptr) return;
  std::string method = to_utf8(cast<Symbol>(f->method)->name);
  Value protocol = cast<Var>(f->protocol)->root.load(), interface = get(protocol, make_keyword("", "on-interface"));
  if (is_kind(interface, Kind::kClass) && get(get(protocol, make_keyword("", "method-map")), f->key).is_nil())
    throw_error(Error::kIllegalArgument, "No method of interface: " + to_utf8(cast<Class>(interface)->name) +
                                             " found for function: " + method +
                                             " of protocol: " + to_utf8(cast<Symbol>(cast<Var>(f->protocol)->symbol)->name) +
                                             " (The protocol method may have been defined before and removed.)");
  if (declares_arity(f, call->args.size)) return;
  throw_error(Error::kIllegalArgument, "No single method: " + munge(method) + " of interface: " +
                                           to_utf8(cast<Class>(f->interface_class)->name) + " found for function: " + method +
                                           " of protocol: " + to_utf8(cast<Symbol>(cast<Var>(f->protocol)->symbol)->name));
}

// What find_class_here found: only a name, and not that of a class that this unit defines.
bool Analyzer::is_unknown_class(Value found) const {
  if (!is_string(found)) return false;
  for (size_t i = 0; i < defining_.size(); ++i) {
    if (equal(as_string(defining_[i]), as_string(found))) return false;
  }
  return true;
}

NodeList Analyzer::arguments(const gc::ValueList& items, size_t from) {
  std::vector<Node*> nodes;
  for (size_t i = from; i < items.size(); ++i) nodes.push_back(analyze(items[i]));
  return unit_.make_list(nodes);
}

Node* Analyzer::body(const gc::ValueList& items, size_t from, Place place) {
  place.name = Value::nil();
  if (from >= items.size()) return constant(Value::nil());
  if (from + 1 == items.size()) return analyze(items[from], place);
  std::vector<Node*> nodes;
  for (size_t i = from; i < items.size(); ++i)
    nodes.push_back(analyze(items[i], i + 1 == items.size() ? place : Place{false, false, Value::nil(), Context::kStatement}));
  auto* made = node<DoNode>(place);
  made->body = unit_.make_list(nodes);
  return made;
}

// Collection literals: constant when all their parts are.

Node* Analyzer::with_literal_meta(Node* literal, Value form) {
  Value m = supports_meta(form) ? meta(form) : Value::nil();
  if (m.is_nil() || count(m) == 0) return literal;
  auto* made = node<WithMetaNode>();
  made->target = literal;
  made->meta = analyze_map(m);
  return made;
}

Node* Analyzer::analyze_vector(Value form) {
  Items items(form);
  NodeList nodes = arguments(items, 0);
  if (all_constant(nodes)) {
    gc::ValueList values;
    constant_values(nodes, values);
    return with_literal_meta(constant(make_vector(values.data(), values.size())), form);
  }
  auto* made = node<VectorNode>();
  made->items = nodes;
  return with_literal_meta(made, form);
}

Node* Analyzer::analyze_map(Value form) {
  gc::ValueList items;
  for_each_kv(form, [&](Value key, Value value) {
    items.push_back(key);
    items.push_back(value);
    return true;
  });
  NodeList nodes = arguments(items, 0);
  if (all_constant(nodes)) {
    gc::ValueList values;
    constant_values(nodes, values);
    Value map = make_map(values.data(), values.size());
    if (static_cast<size_t>(count(map)) * 2 == values.size()) return with_literal_meta(constant(map), form);
  }
  auto* made = node<MapNode>();
  made->entries = nodes;
  return with_literal_meta(made, form);
}

Node* Analyzer::analyze_set(Value form) {
  Items items(form);
  NodeList nodes = arguments(items, 0);
  if (all_constant(nodes)) {
    gc::ValueList values;
    constant_values(nodes, values);
    Value set = make_set(values.data(), values.size());
    if (static_cast<size_t>(count(set)) == values.size()) return with_literal_meta(constant(set), form);
  }
  auto* made = node<SetNode>();
  made->items = nodes;
  return with_literal_meta(made, form);
}

}  // namespace clj::analyze
