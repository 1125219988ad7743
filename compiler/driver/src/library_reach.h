// What a program's mentions reach of the library, found in the heap of the compiler's own process, which has the library in it.
//
// This is rapid type analysis with names for types (Bacon and Sweeney, "Fast static analysis of C++ virtual function calls",
// 1996): a member of a host class is reached where its name occurs in code that is reached, and its class can have instances.
//
// Threads  The one that owns it, with no other mutator.
// Design   docs/decisions/0012-members-by-name.md
#pragma once
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "clj/core/collections.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/value/object.h"

namespace clj::driver {

class LibraryReach {
 public:
  // A symbol's text, a var's, or a class's.
  void mention(const std::string& name);
  // A symbol's text, or a class's, that may be the name of a member, and is not looked up.
  void mention_member(const std::string& name);
  // Does not follow what the var leads to.
  void stop_at(const std::string& var);
  // What the mentions lead to by itself.
  void run();
  // What is reached beside that: an object whose class the program does not mention may come from the runtime.
  void add_of_runtime();

  // After run(): what the program most likely touches.
  bool uses(const Object* object) const { return uses_.count(object) != 0; }
  bool reaches(const Object* object) const { return seen_.count(object) != 0 || named_.count(object) != 0; }
  // The object that led to one that is reached; nullptr: a mention, or the runtime.
  const Object* reached_from(const Object* object) const {
    auto found = seen_.find(object);
    return found == seen_.end() ? nullptr : found->second;
  }
  // Whether there can be objects of the class.
  bool may_have_instances(const Class* c) const;
  bool may_be_asked_for_statics(const Class* c) const;
  // Whether code may ask for a member of that name, a symbol or the keyword of a static field.
  bool names(Value member) const;
  // Whether the program may ask for classes or their members by names that are not known here.
  bool reflects() const;
  // By root path, as roots.library_namespaces.
  const std::set<std::string>& libraries() const { return libraries_; }

  // The library's var of that name, also of a namespace that this process has not required; or nullptr.
  static Var* find_var(const std::string& name);

 private:
  void walk();
  void walk_map(Value map);
  void inherit(Class* c);
  bool add_members(bool of_runtime);
  void add(Value value);
  void add_var_of_shown(Value symbol);
  void mention_class(const std::string& name);
  void mention_library(const Symbol* symbol);
  void use_library(const std::string& name);
  void use_namespace(const Namespace* ns);

  std::unordered_map<const Object*, const Object*> seen_;  // and what led to it
  std::unordered_set<const Object*> uses_, stops_;
  std::unordered_set<const Object*> named_;  // macros of libraries that are used: they stay, and are not followed
  const Object* current_ = nullptr;  // whose parts are looked at
  std::vector<Object*> open_;
  std::unordered_set<const Class*> with_instances_;         // of the classes that are written in Clojure
  std::vector<std::pair<const Class*, Value>> dispatched_;  // what is found by a class that has no instances so far
  std::set<std::string> libraries_;
  std::unordered_set<std::string> names_;  // of symbols, without their namespaces
  bool asks_for_classes_ = false;
};

bool is_class_name(const std::string& text);

// Visits the vars that the namespace itself has: visit(Var*).
template <class F>
void for_each_own_var(Value ns, F&& visit) {
  for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
    if (is_kind(mapping, Kind::kVar) && cast<Var>(mapping)->ns == ns) visit(cast<Var>(mapping));
    return true;
  });
}

}  // namespace clj::driver
