#include "library_reach.h"

#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/driver/loader.h"
#include "clj/image/image.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

// Whether host classes are written in the namespace: programs see the classes, and never ask for it.
bool is_of_host(const std::string& ns) { return ns.starts_with("clojure.host."); }

}  // namespace

bool is_class_name(const std::string& text) { return text.find('.') != std::string::npos && !find_class(text).is_nil(); }

void LibraryReach::mention(const std::string& name) {
  mention_member(name);
  size_t slash = name.find('/');
  use_library(name.substr(0, slash));
  if (slash == std::string::npos) return add_var_of_shown(make_symbol("", name));
  names_.insert(name.substr(slash + 1));
  if (Var* var = find_var(name)) add(Value::object(var));
}

void LibraryReach::mention_member(const std::string& name) {
  names_.insert(name);
  asks_for_classes_ = asks_for_classes_ || name == "forName";
  mention_class(name);
}

void LibraryReach::stop_at(const std::string& var) {
  if (const Var* found = find_var(var)) stops_.insert(found);
}

Var* LibraryReach::find_var(const std::string& name) {
  size_t slash = name.find('/');
  if (slash == std::string::npos) return nullptr;
  std::string ns_name = name.substr(0, slash);
  Value ns = shown_namespace(make_symbol("", ns_name));
  if (ns.is_nil()) ns = get(roots.library_namespaces, make_string(path_of_namespace(ns_name)));
  return ns.is_nil() ? nullptr : try_cast<Var>(find_interned_var(ns, make_symbol("", name.substr(slash + 1))));
}

void LibraryReach::run() {
  mention("clojure.core/-add-loaded-lib");  // called when a program starts
  do {
    walk();
  } while (add_members(false));
  for (const auto& [object, from] : seen_) uses_.insert(object);
}

void LibraryReach::add_of_runtime() {
#define CLJ_CLASS(name) mention(name);
#define CLJ_VAR(name) mention(name);
#define CLJ_MEMBER(name) names_.insert(name);
#include "named_by_runtime.def"
#undef CLJ_CLASS
#undef CLJ_VAR
#undef CLJ_MEMBER
  image::RootSpan span = image::runtime_roots();
  for (size_t i = 0; i < span.count; ++i) {
    if (is_symbol(span.begin[i])) names_.insert(to_utf8(cast<Symbol>(span.begin[i])->name));
    if (is_kind(span.begin[i], Kind::kVar)) add(span.begin[i]);
  }
  do {
    walk();
  } while (add_members(true));
}

bool LibraryReach::names(Value member) const {
  Value symbol = is_symbol(member) ? member : cast<Keyword>(member)->symbol;
  std::string text = to_utf8(cast<Symbol>(symbol)->name);
  bool field = text.starts_with('-') && names_.count(text.substr(1)) != 0;
  return text == "new" || text == "<init>" || field || names_.count(text) != 0;
}

bool LibraryReach::reflects() const {
  auto reaches_core = [&](const char* name) { return reaches(find_interned_var(roots.core_ns, make_symbol("", name)).as_object()); };
  return asks_for_classes_ || reaches_core("-host-members") || reaches_core("-invoke-member");
}

void LibraryReach::walk() {
  while (!open_.empty()) {
    Object* object = open_.back();
    open_.pop_back();
    current_ = object;
    if (object->kind == Kind::kNamespace || stops_.count(object) != 0) continue;
    if (object->kind == Kind::kVar) {
      auto* var = static_cast<Var*>(object);
      if (!var->ns.is_nil()) use_namespace(cast<Namespace>(var->ns));
      add(var->root.load());
      continue;
    }
    // Code may require what it names.
    if (object->kind == Kind::kSymbol) {
      mention_library(static_cast<Symbol*>(object));
      names_.insert(to_utf8(static_cast<Symbol*>(object)->name));
    }
    if (object->kind == Kind::kString) {
      std::string text = to_utf8(static_cast<String*>(object));
      mention_class(text);
      if (is_of_host(text)) use_library(text);  // an argument of -library-value
    }
    if (object->kind == Kind::kClass) {
      inherit(static_cast<Class*>(object));
      add(static_cast<Class*>(object)->extra);
      continue;
    }
    if (object->kind == Kind::kArrayMap || object->kind == Kind::kHashMap) {
      walk_map(Value::object(object));
      continue;
    }
    for (uint64_t i = 0; i < object->slot_count(); ++i) add(object->slot_array()[i]);
  }
  current_ = nullptr;
}

// An instance of the class has the methods of all its ancestors.
void LibraryReach::inherit(Class* c) {
  if (!with_instances_.insert(c).second) return;
  if (!c->superclass.is_nil()) inherit(cast<Class>(c->superclass));
  for_each(c->interfaces, [&](Value interface) {
    inherit(cast<Class>(interface));
    return true;
  });
}

// Static members are inherited too.
bool LibraryReach::may_be_asked_for_statics(const Class* c) const { return reaches(c) || with_instances_.count(c) != 0; }

bool LibraryReach::may_have_instances(const Class* c) const { return c->fields.is_nil() || with_instances_.count(c) != 0; }

// A class that is a key dispatches: to have what is found there takes an instance.
void LibraryReach::walk_map(Value map) {
  add(meta(map));
  for_each_kv(map, [&](Value key, Value value) {
    const Class* c = try_cast<Class>(key);
    if (c == nullptr) add(key);
    if (c == nullptr || may_have_instances(c)) {
      add(value);
    } else {
      dispatched_.push_back({c, value});
    }
    return true;
  });
}

// Members are reached by their names. True if there are new ones.
bool LibraryReach::add_members(bool of_runtime) {
  std::erase_if(dispatched_, [&](const auto& entry) {
    bool reached = may_have_instances(entry.first);
    if (reached) add(entry.second);
    return reached;
  });
  for_each_kv(roots.classes_by_name, [&](Value, Value cls) {
    auto* c = cast<Class>(cls);
    if (c->methods.load().is_nil() && c->statics.load().is_nil()) return true;
    bool reached = reaches(c), with_instances = with_instances_.count(c) != 0;  // each round asks it of each class: once
    current_ = reached ? c : nullptr;
    auto visit = [&](AtomicValue& members) {
      for_each_kv(members.load(), [&](Value name, Value member) {
        if (names(name)) add(member);
        return true;
      });
    };
    if (with_instances || (of_runtime && c->fields.is_nil())) visit(c->methods);
    if (with_instances || reached) visit(c->statics);  // as may_be_asked_for_statics
    return true;
  });
  current_ = nullptr;
  return !open_.empty();
}

void LibraryReach::add(Value value) {
  if (value.is_object() && seen_.emplace(value.as_object(), current_).second) open_.push_back(value.as_object());
}

// A name without a namespace may be looked up in any namespace that programs see from the start, or be referred to.
void LibraryReach::add_var_of_shown(Value symbol) {
  for_each_kv(roots.namespaces, [&](Value, Value ns) {
    add(find_interned_var(ns, symbol));
    return true;
  });
}

void LibraryReach::mention_class(const std::string& name) {
  if (is_class_name(name)) add(find_class(name));
}

void LibraryReach::mention_library(const Symbol* symbol) {
  use_library(to_utf8(symbol->name));
  mention_class(to_utf8(symbol->name));
  if (!symbol->ns.is_nil()) use_library(to_utf8(symbol->ns));
}

void LibraryReach::use_namespace(const Namespace* ns) {
  std::string name = symbol_text(ns->name);
  if (!is_of_host(name)) use_library(name);
}

// If it is a library that programs have to require, all of it is used: what its vars lead to counts.
void LibraryReach::use_library(const std::string& name) {
  std::string path = path_of_namespace(name);
  Value ns = get(roots.library_namespaces, make_string(path));
  if (ns.is_nil() || !shown_namespace(cast<Namespace>(ns)->name).is_nil()) return;
  if (!libraries_.insert(path).second) return;
  // Nothing expands macros any more, but a namespace may refer to them.
  for_each_own_var(ns, [&](Var* var) {
    if (var->is_macro()) named_.insert(var);
    else add(Value::object(var));
  });
  for_each_kv(cast<Namespace>(ns)->aliases.load(), [&](Value, Value target) {
    use_namespace(cast<Namespace>(target));
    return true;
  });
  for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
    if (is_kind(mapping, Kind::kVar)) use_namespace(cast<Namespace>(cast<Var>(mapping)->ns));
    return true;
  });
}

}  // namespace clj::driver
