// new, ., set!, import*.
#include <algorithm>
#include <iterator>

#include "clj/core/host.h"

#include "../analyzer.h"
#include "../expression_class.h"
#include "../primitive.h"
#include "../resolve.h"
#include "clj/core/collections.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"

namespace clj::analyze {

bool hints_enabled = true;

namespace {

// Is `name` a static field of the class in the host tables?
bool is_static_field(Value cls, const std::string& name) {
  if (!is_kind(cls, Kind::kClass)) return false;
  std::string class_name = to_utf8(cast<Class>(cls)->name);
  bool field = false;
  for (uint32_t i = 0; i < host_member_count; ++i) {
    const HostMember& member = host_members[i];
    if (name != member.name || class_name != member.class_name) continue;
    if (member.kind == MemberKind::kStatic && member.min_args == 0) return false;
    field = field || member.kind == MemberKind::kStaticField;
  }
  return field;
}

bool has_static(Value cls, const std::string& name) {
  std::string class_name = to_utf8(cast<Class>(cls)->name);
  for (uint32_t i = 0; i < host_member_count; ++i) {
    const HostMember& member = host_members[i];
    if (member.kind == MemberKind::kStatic && name == member.name && class_name == member.class_name) return true;
  }
  return false;
}

// Is it a method of Math that takes doubles? Those that do not take integers alone.
bool takes_doubles(Value cls, std::string_view method) {
  if (!is_kind(cls, Kind::kClass)) return false;
  std::string name = to_utf8(cast<Class>(cls)->name);
  if (name != "java.lang.Math" && name != "java.lang.StrictMath") return false;
  constexpr std::string_view kOfIntegers[] = {"Exact", "Div", "Mod", "High", "Full"};
  return std::none_of(std::begin(kOfIntegers), std::end(kOfIntegers), [&](std::string_view end) { return method.ends_with(end); });
}

bool names_double(Value tag) {
  if (!is_symbol(tag)) return false;
  std::string name = symbol_text(tag);
  return name == "double" || name == "Double" || name == "java.lang.Double";
}

std::string symbol_or_text(Value name) { return is_symbol(name) ? symbol_text(name) : to_utf8(name); }

}  // namespace

// Numbers that cannot be assigned are constants (Long/MAX_VALUE, Math/PI), as they are in class files.
Node* Analyzer::static_field(Value cls, Value member) {
  if (is_string(cls)) refuse_missing_class(cls);
  std::string name = symbol_text(member);
  if (is_static_field(cls, name) && !has_static(cls, name + "=")) {
    Value value = static_member(cls, member);
    if (is_long(value) || value.is_double()) return constant(value);
  }
  auto* made = node<StaticFieldNode>();
  made->cls = cls;
  made->member = member;
  return made;
}

Node* Analyzer::static_call(Value cls, Value member, NodeList args) {
  if (is_string(cls)) refuse_missing_class(cls);
  if (args.size == 0 && is_static_field(cls, symbol_text(member))) return static_field(cls, member);
  const char* cast = args.size == 1 && is_primitive_floating(args[0]) ? cast_by_method(cls, symbol_text(member)) : nullptr;
  if (cast != nullptr) return with_primitive_operation(core_call(cast, {args[0]}));
  // Hints choose among the methods of one name, each of a width; the compiler makes the arguments what that method takes. Where one
  // fits no method that the others choose, their values do.
  auto known = [](const Node* arg) { return names_double(arg->tag) || is_primitive_double(arg); };
  if (takes_doubles(cls, symbol_text(member)) && std::all_of(args.begin(), args.end(), known)) {
    for (Node*& arg : args) arg = converted(arg, Primitive::kDouble);
  }
  auto* made = node<StaticCallNode>();
  made->cls = cls;
  made->member = member;
  made->args = args;
  return made;
}

// A target that is hinted to be a functional interface of java.util.function may be a function (Clojure 1.12 converts it where a
// `let` gives it the hint): it has the interface's methods at the call.
Node* Analyzer::as_functional(Node* target) {
  Value cls = hinted_class(target);
  if (cls.is_nil() || !to_utf8(cast<Class>(cls)->name).starts_with("java.util.function.")) return target;
  return core_call("-functional", {constant(cls), target});
}

// The member's symbol with the target's hint as metadata, by which a call that fails says what the target should have been; and with
// what the JVM says of a target that is nil: the local that it is, or where it came from.
Value Analyzer::with_hint(Value member, const Node* target) {
  Value cls = hints_enabled ? target_class(target) : Value::nil();
  if (cls.is_nil()) return member;
  Value local = Value::nil();  // a symbol: those are compared as one
  if (target->kind == NodeKind::kLocalRef) {
    const auto& reference = as<LocalRefNode>(target);
    local = make_symbol("", (reference.outer ? "this." : "") + munge(symbol_text(reference.local->name)));
  } else if (std::string reason = reason_of_nil(target); target->kind == NodeKind::kInvoke || !reason.empty()) {
    local = make_symbol("", reason);
  }
  for (size_t i = 0; i < hinted_.size(); i += 4) {  // so that the calls of a function share a constant and its cache
    bool same_local = local.is_nil() ? hinted_[i + 2].is_nil() : !hinted_[i + 2].is_nil() && equal(cast<Symbol>(hinted_[i + 2]), cast<Symbol>(local));
    if (same_local && hinted_[i + 1] == cls && equal(cast<Symbol>(hinted_[i]), cast<Symbol>(member))) return hinted_[i + 3];
  }
  Value hint[] = {roots.kw_tag, make_symbol("", to_utf8(cast<Class>(cls)->name)), make_keyword("", "local"), local};
  Value made = with_meta(member, make_map(hint, local.is_nil() ? 2 : 4));
  for (Value v : {member, cls, local, made}) hinted_.push_back(v);
  return made;
}

// Whether the call is List.remove(int): of what is known to be a list, with an int or long that is known to be primitive. Otherwise
// it is Collection.remove(Object).
bool Analyzer::removes_by_index(std::string_view member, const Node* target, const NodeList& args) const {
  if (member != "remove" || args.size != 1 || !is_primitive_integer(args[0])) return false;
  Value cls = inferred_class(target);
  return is_kind(cls, Kind::kClass) && is_assignable(cls, find_class("java.util.List"));
}

Node* Analyzer::host_call(Value member, Node* target, NodeList args) {
  std::string name = symbol_text(member);
  if (removes_by_index(name, target, args)) args[0] = core_call("-boxed-int", {core_call("-int", {args[0]})});
  auto* made = node<HostCallNode>();
  made->target = as_functional(target);
  made->args = args;
  made->field_only = args.size == 0 && name.size() > 1 && name[0] == '-';
  made->member = with_hint(made->field_only ? make_symbol("", name.substr(1)) : member, target);
  return made;
}

Node* Analyzer::form_dot(Value, const Items& items, Place) {
  if (items.size() < 3) {
    throw_error(Error::kIllegalArgument, "Malformed member expression, expecting (. target member ...)");
  }
  // (. target (member args…)) is (. target member args…); what stands after the list is not read.
  gc::ValueList call;
  if (is_seq(items[2]) || is_kind(items[2], Kind::kLazySeq)) {
    append_elements(items[2], call);
  } else {
    for (size_t i = 2; i < items.size(); ++i) call.push_back(items[i]);
  }
  if (call.empty() || !is_symbol(call[0])) throw_error(Error::kIllegalArgument, "Malformed member expression");
  Value member = make_symbol(Value::nil(), cast<Symbol>(call[0])->name);

  Value target = items[1];
  // A class itself, which a macro puts into its expansion, is as good as its name.
  Value cls = is_symbol(target) ? find_target_class(target) : is_kind(target, Kind::kClass) ? target : Value::nil();
  if (!cls.is_nil()) {
    std::string name = symbol_text(member);
    if (name.size() > 1 && name[0] == '-' && call.size() == 1) {
      return static_field(cls, make_symbol("", name.substr(1)));
    }
    return static_call(cls, member, arguments(call, 1));
  }
  Node* analyzed = analyze(target);
  return host_call(member, analyzed, arguments(call, 1));
}

// A class of deftype or defrecord has constructors of its fields, a record's also of its metadata and other entries, and of its two hashes.
static void refuse_field_count(Value cls, size_t count) {
  const Class* c = try_cast<Class>(cls);
  if (!c || !c->has_flag(Class::kDeftype) || c->fields.is_nil() || !c->statics.load().is_nil()) return;
  const size_t fields = static_cast<size_t>(clj::count(c->fields));
  if (count == fields || (c->has_flag(Class::kRecord) && (count == fields + 2 || count == fields + 4))) return;
  throw_error(Error::kIllegalArgument, "No matching ctor found for class " + to_utf8(c->name));
}

Node* Analyzer::form_new(Value, const Items& items, Place) {
  if (items.size() < 2) {
    throw_error(Error::kRuntimeException, "wrong number of arguments, expecting: (new Classname args...)");
  }
  auto* made = node<NewNode>();
  made->cls = require_class(items[1]);
  if (is_string(made->cls)) refuse_missing_class(made->cls);
  made->args = arguments(items, 2);
  refuse_field_count(made->cls, items.size() - 2);
  return made;
}

// Throws when it is reached, after the value is evaluated. Throws RuntimeException if there is no such field.
Node* Analyzer::final_assignment(Value cls, Value member, Value value) {
  static_member(cls, make_symbol("", symbol_or_text(member)));
  Value name = make_string(to_utf8(cast<Class>(cls)->name) + "." + symbol_or_text(member));
  return analyze(make_list({make_symbol("clojure.core", "-assign-final"), name, value}));
}

Node* Analyzer::form_set(Value, const Items& items, Place) {
  if (items.size() != 3) {
    throw_error(Error::kIllegalArgument, "Malformed assignment, expecting (set! target val)");
  }
  Binding* binding = is_symbol(items[1]) ? find_binding(items[1]) : nullptr;
  Node* target = analyze(items[1]);
  if (binding != nullptr) {
    // A closure has a copy of the field: only the method itself can assign it.
    if (binding->field < 0 || !binding->is_mutable || binding->owner != fn_) {
      analyze(items[2]);  // whose faults come first
      throw_error(Error::kIllegalArgument, "Cannot assign to non-mutable: " + munge(symbol_text(items[1])));
    }
    auto* made = node<SetFieldNode>();
    made->instance = binding->local;
    made->index = binding->field;
    made->name = binding->symbol;
    made->value = converted(analyze(items[2]), hint_of(binding->symbol));
    return made;
  }
  if (target->kind == NodeKind::kVarRef) {
    auto* made = node<SetVarNode>();
    made->var = as<VarRefNode>(target).var;
    made->value = analyze(items[2]);
    return made;
  }
  if (target->kind == NodeKind::kHostCall && as<HostCallNode>(target).args.size == 0) {
    auto* made = node<SetHostFieldNode>();
    made->line = target->line;
    made->column = target->column;
    made->member = as<HostCallNode>(target).member;
    made->target = as<HostCallNode>(target).target;
    made->value = analyze(items[2]);
    return made;
  }
  // A static field that can be assigned has a method of its name and "=" in the tables.
  if (target->kind == NodeKind::kStaticField) {
    const StaticFieldNode* field = &as<StaticFieldNode>(target);
    std::string setter = symbol_text(field->member) + "=";
    if (is_string(field->cls) || has_static(field->cls, setter)) {
      return static_call(field->cls, make_symbol("", setter), arguments(items, 2));
    }
    return final_assignment(field->cls, field->member, items[2]);
  }
  // A number, which is a constant here.
  if (target->kind == NodeKind::kConst && is_symbol(items[1]) && !cast<Symbol>(items[1])->ns.is_nil()) {
    return final_assignment(static_class(items[1]), cast<Symbol>(items[1])->name, items[2]);
  }
  if (target->kind == NodeKind::kConst && is_list(items[1])) {
    gc::ValueList dot;
    append_elements(items[1], dot);
    if (dot.size() == 3 && is_symbol(dot[1]) && is_symbol(dot[2])) {
      std::string name = symbol_text(dot[2]);
      return final_assignment(find_target_class(dot[1]), make_string(name[0] == '-' ? name.substr(1) : name), items[2]);
    }
  }
  throw_error(Error::kIllegalArgument, "Invalid assignment target");
}

Node* Analyzer::form_import(Value, const Items& items, Place) {
  Value name = items.size() > 1 ? items[1] : Value::nil();
  if (!is_string(name)) throw_class_cast(name, "java.lang.String");
  auto* made = node<ImportNode>();
  made->name = name;
  if (!no_recur_) return made;
  // A class that is not there fails when it is used, so that code for it loads; but a try around the import asks.
  Value question[] = {make_symbol("java.lang.Class", "forName"), name};
  auto* both = node<DoNode>();
  both->body = unit_.make_list(std::vector<Node*>{analyze(make_list(question, 2)), made});
  return both;
}

}  // namespace clj::analyze
