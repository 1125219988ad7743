// Param tags (1.12), ^[long _] Class/member: the types of the parameters of the method that is meant.
//
// Members here take values of every type, so a tag says what the argument is made before it is passed:
// converted for a primitive type, checked for a class that is no interface.
#include "param_tags.h"

#include <string>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "resolve.h"

namespace clj::analyze {
namespace {

// What makes a value one of the type: a function of clojure.core, or a class to check against.
constexpr struct {
  const char* type;
  const char* function;
  const char* checked;
} kPrimitives[] = {{"long", "long", nullptr},   {"int", "int", nullptr},       {"short", "short", nullptr},
                   {"byte", "byte", nullptr},   {"double", "double", nullptr}, {"float", "float", nullptr},
                   {"char", nullptr, "java.lang.Character"}, {"boolean", nullptr, "java.lang.Boolean"}};

Value checked(Value class_symbol, Value form) {
  return make_list({make_symbol("clojure.core", "-as"), class_symbol, form});
}

Value argument(Value tag, Value form) {
  if (!is_symbol(tag) || !cast<Symbol>(tag)->ns.is_nil()) return form;
  std::string name = symbol_text(tag);
  if (name == "_") return form;
  for (const auto& row : kPrimitives) {
    if (name != row.type) continue;
    return row.function ? make_list({make_symbol("clojure.core", row.function), form}) : checked(make_symbol("", row.checked), form);
  }
  Value cls = find_class_in(current_ns(), tag);
  // A function may stand for an interface of one method.
  bool concrete = is_kind(cls, Kind::kClass) && !cast<Class>(cls)->has_flag(Class::kInterface);
  return concrete ? checked(tag, form) : form;
}

bool is_instance_member(Value symbol) { return to_utf8(cast<Symbol>(symbol)->name)[0] == '.'; }

Value untagged(Value symbol) { return with_meta(symbol, dissoc(meta(symbol), roots.kw_param_tags)); }

}  // namespace

Value param_tags(Value symbol) {
  Value m = is_symbol(symbol) && !cast<Symbol>(symbol)->ns.is_nil() ? meta(symbol) : Value::nil();
  Value tags = m.is_nil() ? m : get(m, roots.kw_param_tags);
  return is_vector(tags) ? tags : Value::nil();
}

Value tagged_call(Value member, Value cls, const gc::ValueList& args) {
  Value tags = param_tags(member);
  size_t targets = is_instance_member(member) ? 1 : 0;
  auto expected = static_cast<size_t>(count(tags));
  if (args.size() != expected + targets) {
    std::string name = to_utf8(cast<Symbol>(member)->name);
    size_t received = args.size() < targets ? 0 : args.size() - targets;
    throw_error(Error::kIllegalArgument, "Invocation of " + (name == "new" ? "constructor" : "method " + name.substr(targets)) +
                                             " in class " + to_utf8(is_string(cls) ? cls : cast<Class>(cls)->name) + " expected " + std::to_string(expected) +
                                             " arguments, but received " + std::to_string(received));
  }
  gc::ValueList call;
  call.push_back(untagged(member));
  for (size_t i = 0; i < args.size(); ++i)
    call.push_back(i < targets ? args[i] : argument(nth(tags, static_cast<int64_t>(i - targets)), args[i]));
  return make_list(call.data(), call.size());
}

Value tagged_function(Value member, Value cls) {
  auto parameters = static_cast<size_t>(count(param_tags(member))) + (is_instance_member(member) ? 1 : 0);
  gc::ValueList names;
  for (size_t i = 0; i < parameters; ++i) names.push_back(make_symbol("", "arg" + std::to_string(i)));
  Value call = tagged_call(member, cls, names);
  return make_list({make_symbol("", "fn*"), make_vector(names.data(), names.size()), call});
}

}  // namespace clj::analyze
