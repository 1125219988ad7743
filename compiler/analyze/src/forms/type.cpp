// deftype* and reify*: classes whose methods are functions of (this args…).
#include "clj/core/type.h"

#include "../analyzer.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/munge.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/var.h"

namespace clj::analyze {

// A vector form of interface symbols as classes, or names (String) where unknown.
Value Analyzer::class_list(Value form) {
  gc::ValueList classes;
  if (!form.is_nil()) {
    Items symbols(form);
    for (Value symbol : symbols) {
      Value cls = require_class(symbol);
      if (is_kind(cls, Kind::kClass) && !cast<Class>(cls)->has_flag(Class::kInterface) &&
          to_utf8(cast<Class>(cls)->name) != "java.lang.Object") {
        throw_error(Error::kIllegalArgument, "only interfaces are supported, had: " + to_utf8(cast<Class>(cls)->name));
      }
      classes.push_back(cls);
    }
  }
  return make_vector(classes.data(), classes.size());
}

static bool names_class(Value classes, std::string_view name) {
  Value wanted = find_class(name);
  return !for_each(classes, [&](Value cls) { return cls != wanted; });
}

// What the library knows of the interfaces decides whether items[from…] may be methods. The set of the [name parameters]
// that return nothing; nil while the library is not loaded.
static Value check_methods(Value interfaces, const Items& items, size_t from) {
  Value check = find_interned_var(roots.core_ns, make_symbol("", "check-methods"));
  if (check.is_nil() || !cast<Var>(check)->is_bound()) return Value::nil();
  gc::ValueList methods;
  for (size_t i = from; i < items.size(); ++i) methods.push_back(items[i]);
  Value args[] = {interfaces, make_vector(methods.data(), methods.size())};
  return invoke(deref(cast<Var>(check)), args, 2);
}

static bool returns_nothing(Value voids, Value name, Value params) {
  if (voids.is_nil()) return false;
  Value key[] = {make_string(munge(symbol_text(name))), Value::inline_long(count(params))};
  return contains(voids, make_vector(key, std::size(key)));
}

// items[from…] are methods (name [this params…] body…). Those of one name become one function
// with an arity each; of two with the same arity (overloads by type) the last counts.
// Returns the fields of an enclosing deftype that they close over.
std::vector<Snapshot> Analyzer::analyze_type_methods(const Items& items, size_t from, Value type_name, Value fields,
                                                     Value voids, Value* names, NodeList* methods) {
  std::vector<Snapshot> snapshots;
  Value inner_name = make_string(demunge(to_utf8(type_name)));
  gc::ValueList method_names;
  std::vector<Node*> functions;
  for (size_t i = from; i < items.size(); ++i) {
    Value name = first(items[i]);
    if (name.is_nil()) throw_error(Error::kNullPointer, "Cannot read field \"name\" because \"dotname\" is null");
    if (!is_symbol(name)) throw_class_cast(name, "clojure.lang.Symbol");
    name = make_symbol(Value::nil(), cast<Symbol>(name)->name);
    bool seen = false;
    for (Value known : method_names) seen = seen || equiv(known, name);
    if (seen) continue;

    Value function_name = make_string(to_utf8(type_name) + "/" + symbol_text(name));
    FnContext context;
    LeaveFn leave(*this);
    FnNode* made = begin_fn(context, function_name);
    context.name = inner_name;
    std::vector<FnMethodNode*> arities;
    for (size_t j = i; j < items.size(); ++j) {
      Items method(items[j]);
      if (method.empty() || !is_symbol(method[0])) continue;
      // The names that a macro's syntax quote makes are qualified.
      if (!equal(as_string(cast<Symbol>(method[0])->name), as_string(cast<Symbol>(name)->name))) continue;
      Value params = method.size() > 1 ? method[1] : Value::nil();
      if (params.is_nil())
        throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IPersistentVector.count()\" because \"parms\" is null");
      if (!is_vector(params)) throw_class_cast(params, "clojure.lang.IPersistentVector");
      if (count(params) == 0) {
        throw_error(Error::kIllegalArgument, "Must supply at least one argument for 'this' in: " + symbol_text(name));
      }
      Value result_tag = returns_nothing(voids, name, params) ? make_symbol("", "void") : Value::nil();
      FnMethodNode* arity = analyze_method(MethodForm{params, &method, 2}, nth(params, 0), fields, result_tag);
      std::erase_if(arities, [&](FnMethodNode* other) { return other->params.size == arity->params.size; });
      arities.push_back(arity);
    }
    finish_fn(context, arities);
    snapshots.insert(snapshots.end(), context.snapshots.begin(), context.snapshots.end());
    method_names.push_back(name);
    functions.push_back(made);
  }
  *names = make_vector(method_names.data(), method_names.size());
  *methods = unit_.make_list(functions);
  return snapshots;
}

// (deftype* tag class-name [fields] :implements [interfaces] :option value … methods…)
Node* Analyzer::form_deftype(Value, const Items& items, Place) {
  if (items.size() < 4 || !is_symbol(items[2]) || !is_vector(items[3])) {
    throw_error(Error::kIllegalArgument,
                "Malformed deftype*, expecting (deftype* tag class-name [fields] :implements [interfaces] methods...)");
  }
  auto* made = node<DeftypeNode>();
  made->name = make_string(symbol_text(items[2]));
  made->fields = items[3];
  size_t at = 4;
  Value interfaces;
  for (; at + 1 < items.size() && is_keyword(items[at]); at += 2) {
    if (items[at] == make_keyword("", "implements")) interfaces = items[at + 1];
  }
  made->interfaces = class_list(interfaces);
  // The host's own classes in Clojure have methods without interfaces.
  Value voids;
  if (names_class(made->interfaces, "clojure.lang.IType") || names_class(made->interfaces, "clojure.lang.IRecord"))
    voids = check_methods(made->interfaces, items, at);
  defining_.push_back(made->name);
  Value names;
  analyze_type_methods(items, at, made->name, made->fields, voids, &names, &made->methods);
  made->method_names = names;
  return made;
}

// "user/f" of "user/f--2".
static std::string without_number(std::string name) {
  size_t end = name.find_last_not_of("0123456789");
  if (end + 1 < name.size() && end >= 2 && name.compare(end - 1, 2, "--") == 0) name.resize(end - 1);
  return name;
}

// (reify* [interfaces] methods…)
Node* Analyzer::form_reify(Value form, const Items& items, Place) {
  if (items.size() < 2 || !is_vector(items[1])) {
    throw_error(Error::kIllegalArgument, "Malformed reify*, expecting (reify* [interfaces] methods...)");
  }
  auto* made = node<ReifyNode>();
  std::string base = fn_->name.is_nil() ? munge(symbol_text(cast<Namespace>(current_ns())->name))
                                        : function_class_name(without_number(to_utf8(fn_->name)));
  made->name = make_string(base + "$reify__" + std::to_string(next_id()));
  made->interfaces = class_list(items[1]);
  Value voids = check_methods(made->interfaces, items, 2);
  made->site = Value::object(gc::make<Box>());
  Value names;
  std::vector<Snapshot> snapshots = analyze_type_methods(items, 2, made->name, Value::nil(), voids, &names, &made->methods);
  made->method_names = names;
  // The form's metadata becomes the instance's, its position included.
  Value m = supports_meta(form) ? meta(form) : Value::nil();
  if (!m.is_nil()) made->meta = analyze_map(m);
  return with_snapshots(snapshots, made);
}

}  // namespace clj::analyze
