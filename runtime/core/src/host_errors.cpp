#include "host_errors.h"

#include <algorithm>
#include <vector>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"

namespace clj {
namespace {

std::string name_text(Value cls) { return to_utf8(cast<Class>(cls)->name); }

struct AbstractMethod {
  std::string_view interface, signature;
  bool only;  // the interface has no other

  size_t open() const { return signature.find('('); }
  std::string_view name() const { return signature.substr(signature.find(' ') + 1, open() - signature.find(' ') - 1); }
  uint32_t arity() const {
    std::string_view parameters = signature.substr(open());
    return parameters == "()" ? 0 : static_cast<uint32_t>(std::ranges::count(parameters, ',')) + 1;
  }
};
constexpr AbstractMethod abstract_method_rows[] = {
#define CLJ_ONLY_METHOD(interface, signature) {interface, signature, true},
#define CLJ_ONE_OF_METHODS(interface, signature) {interface, signature, false},
#include "clj/core/abstract_methods.def"
#undef CLJ_ONLY_METHOD
#undef CLJ_ONE_OF_METHODS
};

bool implements(Value cls, const AbstractMethod& row) {
  Value interface = find_class(row.interface);
  return !interface.is_nil() && is_assignable(cls, interface);
}

// The row of the only method of an interface of the host that the class has, or null.
const AbstractMethod* find_only_method(Value cls, std::string_view name, uint32_t count) {
  for (const AbstractMethod& row : abstract_method_rows) {
    if (row.only && row.name() == name && row.arity() == count && implements(cls, row)) return &row;
  }
  return nullptr;
}

// Whether such an interface declares the method, and none with `count` parameters.
bool has_only_method_otherwise(Value cls, std::string_view name, uint32_t count) {
  bool named = std::ranges::any_of(abstract_method_rows, [&](const AbstractMethod& row) { return row.only && row.name() == name && implements(cls, row); });
  return named && !find_only_method(cls, name, count);
}

// The classes of the platform that are written in Clojure have their methods from their interfaces.
bool is_of_platform(std::string_view class_name) {
  return class_name.starts_with("java") || class_name.starts_with("sun.") || class_name.starts_with("com.sun.");
}

std::string signature_of(std::string_view method, uint32_t count) {
  std::string text = "java.lang.Object " + std::string(method) + "(";
  for (uint32_t i = 0; i < count; ++i) text += i ? ", java.lang.Object" : "java.lang.Object";
  return text + ")";
}

}  // namespace

void throw_no_method(Value cls, std::string_view name, uint32_t count) {
  throw_error(Error::kIllegalArgument, "No matching method " + munge(name) + " found taking " +
                                           std::to_string(count) + " args for class " + name_text(cls));
}

void throw_no_field(Value cls, std::string_view name) {
  throw_error(Error::kIllegalArgument,
              "No matching field found: " + munge(name) + " for class " + name_text(cls));
}

void throw_no_member(Value cls, std::string_view name, uint32_t count) {
  if (count == 0) throw_no_field(cls, name);
  throw_no_method(cls, name, count);
}

namespace {

constexpr struct {
  std::string_view cls, signature;
} signature_rows[] = {
#define CLJ_SIGNATURE(cls, signature) {cls, signature},
#include "clj/core/method_signatures.def"
#undef CLJ_SIGNATURE
};

uint32_t parameters_of(std::string_view signature) {
  return signature.ends_with("()") ? 0 : static_cast<uint32_t>(std::ranges::count(signature, ',')) + 1;
}

// A class as messages about nil name it.
std::string brief(std::string_view name) {
  return std::string(name == "java.lang.String" || name == "java.lang.Object" ? name.substr(sizeof "java.lang." - 1) : name);
}

// Of an interface that definterface made; empty when it is none, or has not one such method.
std::string declared_method(Value cls, const std::string& name, uint32_t count) {
  auto* c = cast<Class>(cls);
  if (c->basis_meta.is_nil() || !c->has_flag(Class::kInterface)) return "";
  std::string found;
  uint32_t methods = 0;
  for_each(c->basis_meta, [&](Value row) {
    if (to_utf8(nth(row, 0)) != name || clj::count(nth(row, 1)) != count) return true;
    found = brief(name_text(cls)) + "." + name + "(";
    for (uint32_t i = 0; i < count; ++i) found += (i ? ", " : "") + brief(to_utf8(nth(nth(row, 1), i)));
    found += ")";
    ++methods;
    return true;
  });
  return methods == 1 ? found : "";
}

}  // namespace

std::string compiled_method(Value cls, Value member, uint32_t count) {
  std::string class_name = name_text(cls), name = symbol_text(member);
  for (const auto& row : signature_rows) {
    bool named = row.signature.starts_with(name) && row.signature[name.size()] == '(';
    if (row.cls == class_name && named && parameters_of(row.signature) == count) {
      return brief(class_name) + "." + std::string(row.signature);
    }
  }
  if (std::string declared = declared_method(cls, munge(name), count); !declared.empty()) return declared;
  if (count != 0) return "";
  if (const HostMember* row = find_host_member(cls, MemberKind::kMethod, name, 0)) return brief(row->class_name) + "." + name + "()";
  return find_class_method(cls, member).is_absent() ? "" : brief(class_name) + "." + munge(name) + "()";
}

namespace {

// Of what the analyzer notes of a target: a local's name, where else its value came from, or nothing.
std::string because_of(const std::string& noted) {
  if (noted.empty()) return "";
  return " because " + (noted.find(' ') == std::string::npos && noted[0] != '"' ? "\"" + noted + "\"" : noted) + " is null";
}

}  // namespace

void throw_nil_target(Value member, uint32_t count) {
  Value hint = meta(member), local = get(hint, make_keyword("", "local"));
  Value cls = local.is_nil() ? local : find_class(symbol_text(get(hint, roots.kw_tag)));
  if (!cls.is_nil()) {
    std::string method = compiled_method(cls, member, count), because = because_of(symbol_text(local));
    if (!method.empty()) throw_error(Error::kNullPointer, "Cannot invoke \"" + method + "\"" + because);
    if (count == 0 && field_index(cast<Class>(cls), member) >= 0) {
      throw_error(Error::kNullPointer, "Cannot read field \"" + munge(symbol_text(member)) + "\"" + because);
    }
  }
  throw_error(Error::kNullPointer, "Cannot invoke \"Object.getClass()\" because \"target\" is null");
}

void check_implemented(Value cls, const HostMember& row, uint32_t count) {
  std::string_view declaring = row.class_name;
  if (cast<Class>(cls)->has_flag(Class::kRecord)) return;
  for (std::string_view native : {"java.lang.Object", "clojure.lang.IObj", "clojure.lang.IMeta"}) {
    if (declaring == native) return;
  }
  throw_abstract_method(cls, row.name, count, declaring);
}

void check_hint(Value target, Value member, uint32_t count) {
  Value hint = meta(member);
  if (hint.is_nil()) return;
  Value tag = get(hint, roots.kw_tag);
  if (!is_symbol(tag)) return;
  std::string class_name = symbol_text(tag);
  Value cls = find_class(class_name);
  if (cls.is_nil() || is_instance(cls, target)) return;
  MemberName name(member);
  // Only classes of the tables list their methods.
  bool of_tables = class_name.starts_with("java.") || class_name.starts_with("clojure.lang.") || class_name.starts_with("[");
  bool listed = cast<Class>(cls)->fields.is_nil() && of_tables;
  if (listed && !find_host_member(cls, MemberKind::kMethod, name, name.hash(), count) &&
      find_class_method(cls, member).is_absent()) {
    return;
  }
  throw_class_cast(target, class_name);
}

namespace {

// A signature of the table with the packages that it leaves out.
std::string with_packages(std::string_view signature) {
  std::string text;
  for (size_t i = 0; i < signature.size(); ++i) {
    bool begins = i == 0 || std::string_view(" (").find(signature[i - 1]) != std::string_view::npos;
    std::string_view rest = signature.substr(i);
    bool of_java = rest.starts_with("Object") || rest.starts_with("String") || rest.starts_with("CharSequence");
    if (begins && rest[0] >= 'A' && rest[0] <= 'Z') text += of_java ? "java.lang." : "clojure.lang.";
    text += signature[i];
  }
  return text;
}

// The method of the interface, or of the nearest interface of the class that declares it anew.
const AbstractMethod* find_one_of_several(Value cls, std::string_view method, uint32_t count, Value interface) {
  const AbstractMethod* found = nullptr;
  Value of_found = interface;
  for (const AbstractMethod& row : abstract_method_rows) {
    if (row.only || row.name() != method || (count != kSomeCount && row.arity() != count)) continue;
    Value declaring = find_class(row.interface);
    if (declaring.is_nil() || !is_assignable(declaring, of_found) || !is_assignable(cls, declaring)) continue;
    found = &row;
    of_found = declaring;
  }
  return found;
}

}  // namespace

void throw_abstract_method(Value cls, std::string_view method, uint32_t count, std::string_view interface) {
  if (is_assignable(cls, roots.class_proxy)) throw_error(Error::kUnsupportedOperation, munge(method));
  std::string signature, declaring(interface);
  const AbstractMethod* of_only = find_only_method(cls, method, count);
  Value known = find_class(interface);
  if (of_only && of_only->interface == interface) {
    signature = with_packages(of_only->signature);
  } else if (const AbstractMethod* of_several = known.is_nil() ? nullptr : find_one_of_several(cls, method, count, known)) {
    signature = with_packages(of_several->signature);
    declaring = of_several->interface;
  } else {
    signature = signature_of(munge(method), count == kSomeCount ? 0 : count);
  }
  throw_error(Error::kAbstractMethod, "Receiver class " + name_text(cls) +
                                          " does not define or inherit an implementation of the resolved method 'abstract " +
                                          signature + "' of interface " + declaring + ".");
}

namespace {

// What a protocol says of its methods, by their keywords, where the class is its interface; nil for other classes.
Value signatures_of_protocol(Value interface) {
  std::string name = name_text(interface);
  size_t dot = name.rfind('.');
  if (dot == name.npos) return Value::nil();
  std::string package = name.substr(0, dot);
  std::replace(package.begin(), package.end(), '_', '-');
  Value ns = find_namespace(make_symbol("", package));
  Value var = ns.is_nil() ? ns : find_interned_var(ns, make_symbol("", name.substr(dot + 1)));
  Value signatures = var.is_nil() ? var : get(deref(cast<Var>(var)), make_keyword("", "sigs"));
  return is_map(signatures) ? signatures : Value::nil();
}

enum class Declared { kNowhere, kOtherwise, kSo };

// Whether an interface that definterface or defprotocol made has a method of that munged name.
Declared find_own_declaration(const Class* interface, const std::string& method, uint32_t count) {
  Declared answer = Declared::kNowhere;
  auto take = [&](bool so) {
    answer = so ? Declared::kSo : Declared::kOtherwise;
    return !so;
  };
  if (!interface->basis_meta.is_nil()) {
    for_each(interface->basis_meta, [&](Value row) {
      return to_utf8(nth(row, 0)) != method || take(clj::count(nth(row, 1)) == count);
    });
    return answer;
  }
  for_each_kv(signatures_of_protocol(Value::object(interface)), [&](Value name, Value signature) {
    if (munge(to_utf8(cast<Symbol>(cast<Keyword>(name)->symbol)->name)) != method) return true;
    for_each(get(signature, make_keyword("", "arglists")), [&](Value parameters) { return take(clj::count(parameters) == count + 1); });
    return false;
  });
  return answer;
}

// Whether an interface of the class that a program made declares the method: `interface` is its name.
Declared find_declaration(Class* cls, std::string_view name, uint32_t count, std::string& interface) {
  std::string method = munge(name);
  Declared answer = Declared::kNowhere;
  for_each(cls->interfaces, [&](Value parent) {
    auto* c = cast<Class>(parent);
    Declared own = c->has_flag(Class::kInterface) ? find_own_declaration(c, method, count) : Declared::kNowhere;
    if (own != Declared::kNowhere) {
      answer = own;
      interface = name_text(parent);
    }
    if (answer != Declared::kSo) {
      Declared inherited = find_declaration(c, method, count, interface);
      if (inherited != Declared::kNowhere) answer = inherited;
    }
    return answer != Declared::kSo;
  });
  return answer;
}

}  // namespace

void check_declared(Value cls, std::string_view method, uint32_t count) {
  std::string interface;
  if (find_declaration(cast<Class>(cls), method, count, interface) == Declared::kSo)
    throw_abstract_method(cls, method, count, interface);
  if (const AbstractMethod* row = find_only_method(cls, method, count))
    throw_abstract_method(cls, method, count, row->interface);
}

void throw_wrong_arity(Value f, std::string_view name, const Value* args, uint32_t count) {
  if (count > 0 && is_kind(args[0], Kind::kInstance)) {
    auto* target = cast<Instance>(args[0]);
    Class* cls = cast<Class>(class_of(args[0]));
    Value method;
    for_each_kv(cls->methods.load(), [&](Value key, Value value) {
      if (value.is_inline_long()) value = target->slot_array()[value.as_inline_long()];
      if (value == f) method = is_keyword(key) ? cast<Keyword>(key)->symbol : key;
      return method.is_nil();
    });
    if (method.is_nil()) throw_arity(count, name);
    Value of_target = class_of(args[0]);
    std::string text = to_utf8(cast<Symbol>(method)->name);
    if (is_of_platform(name_text(of_target))) throw_no_member(of_target, text, count - 1);
    check_declared(of_target, text, count - 1);
    std::string host = declaring_host_interface(of_target, text);
    if (!host.empty() && !has_only_method_otherwise(of_target, text, count - 1)) {
      throw_abstract_method(of_target, text, count - 1, host);
    }
    throw_no_member(of_target, text, count - 1);
  }
  throw_arity(count, name);
}

namespace {

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t substitute = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

std::string nearest_class(std::string_view name) {
  std::string best;
  size_t best_distance = name.size();
  for_each_kv(roots.classes_by_name, [&](Value key, Value) {
    std::string candidate = to_utf8(key);
    size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
    return true;
  });
  return best;
}

}  // namespace

void throw_class_not_found(std::string_view name) {
  std::string text(name);
  // The JVM has these; programs cannot depend on this message there.
  bool platform = name.substr(0, 5) == "java." || name.substr(0, 6) == "javax.";
  if (platform) {
    std::string nearest = nearest_class(name);
    text += ", a class of the Java platform that is not provided here";
    if (!nearest.empty()) text += "; the nearest one is " + nearest;
  }
  throw_error(Error::kClassNotFound, text);
}

}  // namespace clj
