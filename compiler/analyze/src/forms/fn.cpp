// fn*, and what deftype* and reify* methods share with it.
#include <algorithm>

#include "../analyzer.h"
#include "../primitive.h"
#include "clj/core/collections.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/var.h"

namespace clj::analyze {
namespace {

constexpr size_t kMaxFixedParams = 20;  // as JVM Clojure
// Of a method, `this` included. JVM differs: 255.
constexpr size_t kMaxMethodParams = 64;

struct Params {
  gc::ValueList names;
  bool variadic = false, primitive = false;
};

bool is_other_primitive(Value hint) {
  if (!is_symbol(hint) && !is_string(hint)) return false;
  std::string name = is_symbol(hint) ? symbol_text(hint) : to_utf8(hint);
  for (const char* primitive : {"int", "float", "short", "byte", "char", "boolean", "void"}) {
    if (name == primitive) return true;
  }
  return false;
}

Value tag_of(Value form) {
  Value m = meta(form);
  return m.is_nil() ? m : get(m, roots.kw_tag);
}

// What functions cannot be hinted as; methods can.
void check_hints(Value form) {
  if (!is_vector(form)) return;
  const char* not_supported = "Only long and double primitives are supported";
  Items given(form);
  bool primitive = hint_of(form) != Primitive::kNone;
  for (Value p : given) primitive = primitive || (is_symbol(p) && hint_of(p) != Primitive::kNone);
  if (primitive && given.size() > 4) {
    throw_error(Error::kIllegalArgument, "fns taking primitives support only 4 or fewer args");
  }
  if (is_other_primitive(tag_of(form))) throw_error(Error::kIllegalArgument, not_supported);
  bool rest = false;
  for (Value p : given) {
    if (!is_symbol(p) || !cast<Symbol>(p)->ns.is_nil()) return;
    if (equal(cast<Symbol>(p), cast<Symbol>(roots.sym_amp))) {
      rest = true;
      continue;
    }
    Value tag = tag_of(p);
    if (is_other_primitive(tag)) throw_error(Error::kIllegalArgument, not_supported);
    if (rest && (is_symbol(tag) || is_string(tag))) throw_error(Error::kRuntimeException, "& arg cannot have type hint");
    if (rest && primitive) throw_error(Error::kRuntimeException, "fns taking primitives cannot be variadic");
  }
}

// `most`: of fixed parameters.
void parse_params(Value form, size_t most, Params& params) {
  if (!is_vector(form)) throw_class_cast(form, "clojure.lang.IPersistentVector");
  Items given(form);
  bool rest_next = false;
  for (Value p : given) {
    if (!is_symbol(p)) throw_error(Error::kIllegalArgument, "fn params must be Symbols");
    if (!cast<Symbol>(p)->ns.is_nil()) {
      throw_error(Error::kRuntimeException, "Can't use qualified name as parameter: " + symbol_text(p));
    }
    if (equal(cast<Symbol>(p), cast<Symbol>(roots.sym_amp))) {
      if (rest_next || params.variadic) throw_error(Error::kRuntimeException, "Invalid parameter list");
      rest_next = true;
      continue;
    }
    if (params.variadic) throw_error(Error::kRuntimeException, "Unexpected parameter");
    params.primitive = params.primitive || hint_of(p) != Primitive::kNone;
    params.variadic = rest_next;
    params.names.push_back(p);
  }
  if (params.names.size() - params.variadic > most) {
    throw_error(Error::kRuntimeException, "Can't specify more than 20 params");
  }
}

size_t fixed_count(const FnMethodNode* method) { return method->params.size - method->variadic; }

}  // namespace

// The name traces show: "user/f", "user/f/g--2" inside it, "user/eval1/fn--2" for a nameless
// one. Numbers count within the top-level form, so that they do not depend on other forms.
Value Analyzer::fn_name(Value own_name, Value bound_name) {
  std::string name;
  if (!own_name.is_nil()) {
    name = to_utf8(cast<Symbol>(own_name)->name) + "--" + std::to_string(next_id());
  } else if (bound_name.is_nil()) {
    name = "fn--" + std::to_string(next_id());
  } else {
    name = to_utf8(bound_name);
    if (!fn_->name.is_nil()) name += "--" + std::to_string(next_id());
  }
  std::string base = fn_->name.is_nil() ? symbol_text(cast<Namespace>(current_ns())->name) : to_utf8(fn_->name);
  return make_string(base + "/" + name);
}

// Enters a function: its context becomes the current one until finish_fn.
FnNode* Analyzer::begin_fn(FnContext& context, Value name) {
  auto* made = node<FnNode>();
  made->name = name;
  context.outer = fn_;
  context.node = made;
  context.name = name;
  context.outer_class_id = class_id_;
  class_id_ = next_class_id();
  fn_ = &context;
  return made;
}

void Analyzer::finish_fn(FnContext& context, std::vector<FnMethodNode*>& methods) {
  FnNode* made = context.node;
  FnMethodNode* variadic = nullptr;
  size_t most_fixed = 0;
  for (FnMethodNode* method : methods) {
    if (method->variadic) {
      if (variadic != nullptr) throw_error(Error::kRuntimeException, "Can't have more than 1 variadic overload");
      variadic = method;
    } else {
      most_fixed = std::max(most_fixed, fixed_count(method));
    }
  }
  if (variadic != nullptr && most_fixed > fixed_count(variadic)) {
    throw_error(Error::kRuntimeException, "Can't have fixed arity function with more params than variadic function");
  }
  std::stable_sort(methods.begin(), methods.end(), [](const FnMethodNode* a, const FnMethodNode* b) {
    return a->variadic != b->variadic ? b->variadic : fixed_count(a) < fixed_count(b);
  });
  std::vector<Node*> nodes(methods.begin(), methods.end());
  made->methods = unit_.make_list(nodes);
  made->captures = unit_.make_list(context.captures);
  made->slots = context.slots;
  fn_ = context.outer;
  class_id_ = context.outer_class_id;
}

// `this_symbol` (nil for fn*) is the first parameter of a type's method, `fields` the
// deftype's fields that its body sees. recur does not rebind `this`.
// `result_tag` is the hint on the name of a defn.
FnMethodNode* Analyzer::analyze_method(const MethodForm& form, Value this_symbol, Value fields, Value result_tag) {
  Restore restore(*this);
  Params params;
  if (this_symbol.is_nil()) check_hints(form.params);
  parse_params(form.params, this_symbol.is_nil() ? kMaxFixedParams : kMaxMethodParams, params);
  auto* made = node<FnMethodNode>();
  made->variadic = params.variadic;
  if (this_symbol.is_nil() && !params.variadic) {
    Value own = meta(form.params);
    if (!own.is_nil()) own = get(own, roots.kw_tag);
    if (own.is_nil()) own = result_tag;
    if (primitive_of_tag(own) != Primitive::kNone) made->result_tag = own;
    made->primitive = params.primitive;
  }
  if (!this_symbol.is_nil()) made->result_tag = result_tag;
  std::vector<Local*> locals;
  size_t first_rebindable = this_symbol.is_nil() ? 0 : 1;
  for (size_t i = 0; i < params.names.size(); ++i) locals.push_back(make_local(params.names[i]));
  if (!fields.is_nil()) {
    Items names(fields);
    for (size_t i = 0; i < names.size(); ++i) {
      Value m = meta(names[i]);
      bool is_mutable = !m.is_nil() && (get(m, make_keyword("", "unsynchronized-mutable")).truthy() ||
                                        get(m, make_keyword("", "volatile-mutable")).truthy());
      bind_field(names[i], locals[0], static_cast<int64_t>(i), is_mutable);
    }
  }
  for (size_t i = 0; i < locals.size(); ++i) bind(params.names[i], locals[i]);
  made->params = unit_.make_list(locals);
  RecurTarget target{made, LocalList{made->params.data + first_rebindable,
                                     made->params.size - static_cast<uint32_t>(first_rebindable)}};
  target_ = &target;
  no_recur_ = false;
  made->body = body(*form.body, form.body_from, Place{made->result_tag.is_nil(), true, Value::nil(), Context::kReturn});
  Primitive result = primitive_of_tag(made->result_tag);
  if (result == Primitive::kLong) made->body = int_as_long(made->body);
  bool known = result == Primitive::kLong ? is_primitive_long(made->body)
                                          : result == Primitive::kDouble && is_primitive_double(made->body);
  if (known) made->result_tag = Value::nil();
  return made;
}

Node* Analyzer::form_fn(Value form, const Items& items, Place place) {
  size_t at = 1;
  Value own_name;
  if (items.size() > 1 && is_symbol(items[1])) own_name = items[at++];

  Value name = fn_name(own_name, place.name);
  FnContext context;
  LeaveFn leave(*this);
  FnNode* made = begin_fn(context, name);
  Value op_meta = meta(items[0]);
  made->once = !op_meta.is_nil() && get(op_meta, roots.kw_once).truthy();

  Restore restore(*this);
  if (!own_name.is_nil()) {
    made->self = make_local(own_name);
    bind(own_name, made->self);
  }
  std::vector<FnMethodNode*> methods;
  Value form_meta = supports_meta(form) ? meta(form) : Value::nil();
  Value result_tag = form_meta.is_nil() ? form_meta : get(form_meta, make_keyword("", "rettag"));
  auto add = [&](const MethodForm& method) {
    FnMethodNode* added = analyze_method(method, Value::nil(), Value::nil(), result_tag);
    for (FnMethodNode* other : methods) {
      if (!added->variadic && !other->variadic && fixed_count(added) == fixed_count(other)) {
        throw_error(Error::kRuntimeException, "Can't have 2 overloads with same arity");
      }
    }
    methods.push_back(added);
  };
  if (at < items.size() && is_vector(items[at])) {
    add(MethodForm{items[at], &items, at + 1});
  } else {
    for (; at < items.size(); ++at) {
      if (!is_seq(items[at]) && !is_kind(items[at], Kind::kLazySeq)) throw_class_cast(items[at], "clojure.lang.ISeq");
      Items method(items[at]);
      add(MethodForm{method.empty() ? Value::nil() : method[0], &method, 1});
    }
  }
  finish_fn(context, methods);

  // The form's metadata becomes the function's, its position excepted.
  Value m = form_meta;
  if (!m.is_nil()) {
    for (Value key : {roots.kw_line, roots.kw_column, roots.kw_file, make_keyword("", "rettag")}) m = dissoc(m, key);
    if (count(m) > 0) made->meta = analyze_map(m);
  }
  return with_snapshots(context.snapshots, made);
}

}  // namespace clj::analyze
