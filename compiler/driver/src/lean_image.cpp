#include "clj/driver/lean_image.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <set>
#include <unordered_set>

#include "clj/base/file.h"
#include "clj/bytecode/constant.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/exec/vm.h"
#include "clj/gc/heap.h"
#include "clj/launch/launch.h"
#include "source_tree.h"
#include "unit_compiler.h"

extern char** environ;

namespace clj::driver {
namespace {

template <class F>
void for_each_own_var(Value ns, F&& visit) {
  for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
    if (is_kind(mapping, Kind::kVar) && cast<Var>(mapping)->ns == ns) visit(cast<Var>(mapping));
    return true;
  });
}

Value* slot(AtomicValue& value) { return reinterpret_cast<Value*>(&value); }

bool is_class_name(const std::string& text) { return text.find('.') != std::string::npos && !find_class(text).is_nil(); }

// Walks the library's heap from what a program mentions.
class Reach {
 public:
  // A symbol's text, a var's, or a class's.
  void mention(const std::string& name) {
    names_.insert(name);
    asks_for_classes_ = asks_for_classes_ || name == "forName";
    mention_class(name);
    size_t slash = name.find('/');
    if (slash != std::string::npos) names_.insert(name.substr(slash + 1));
    std::string ns_name = name.substr(0, slash);
    Value ns = use_library(ns_name);
    if (ns.is_nil()) ns = find_namespace(make_symbol("", ns_name));
    if (slash == std::string::npos) return mention_core(make_symbol("", name));
    if (!ns.is_nil()) add(find_interned_var(ns, make_symbol("", name.substr(slash + 1))));
  }

  // What the mentions lead to by itself.
  void run() {
    mention("clojure.core/-add-loaded-lib");  // called when a program starts
    do {
      walk();
    } while (add_members(false));
    uses_ = seen_;
  }

  // What is reached beside that: an object whose class the program does not mention may come from the runtime.
  void add_of_runtime() {
#define CLJ_CLASS(name) mention(name);
#define CLJ_MEMBER(name) names_.insert(name);
#include "named_by_runtime.def"
#undef CLJ_CLASS
#undef CLJ_MEMBER
    image::RootSpan span = image::runtime_roots();
    for (size_t i = 0; i < span.count; ++i) {
      if (is_symbol(span.begin[i])) names_.insert(to_utf8(cast<Symbol>(span.begin[i])->name));
    }
    do {
      walk();
    } while (add_members(true));
  }

  // After run(): what the program most likely touches.
  bool uses(const Object* object) const { return uses_.count(object) != 0; }
  bool reaches(const Object* object) const { return seen_.count(object) != 0; }
  // Whether code may ask for a member of that name, a symbol or the keyword of a static field.
  bool names(Value member) const {
    Value symbol = is_symbol(member) ? member : cast<Keyword>(member)->symbol;
    std::string text = to_utf8(cast<Symbol>(symbol)->name);
    bool field = text.starts_with('-') && names_.count(text.substr(1)) != 0;
    return text == "new" || text == "<init>" || field || names_.count(text) != 0;
  }
  // Whether the program may ask for classes or their members by names that are not known here.
  bool reflects() const {
    auto reaches_core = [&](const char* name) { return reaches(find_interned_var(roots.core_ns, make_symbol("", name)).as_object()); };
    return asks_for_classes_ || reaches_core("-host-members") || reaches_core("-invoke-member");
  }
  // By root path, as roots.library_namespaces.
  const std::set<std::string>& libraries() const { return libraries_; }

 private:
  void walk() {
    while (!open_.empty()) {
      Object* object = open_.back();
      open_.pop_back();
      if (object->kind == Kind::kNamespace) continue;
      if (object->kind == Kind::kVar) {
        auto* var = static_cast<Var*>(object);
        if (!var->ns.is_nil()) use_library(symbol_text(cast<Namespace>(var->ns)->name));
        add(var->root.load());
        continue;
      }
      // Code may require what it names.
      if (object->kind == Kind::kSymbol) {
        mention_library(static_cast<Symbol*>(object));
        names_.insert(to_utf8(static_cast<Symbol*>(object)->name));
      }
      if (object->kind == Kind::kString) mention_class(to_utf8(static_cast<String*>(object)));
      if (object->kind == Kind::kClass) {
        auto* c = static_cast<Class*>(object);
        for (Value part : {c->superclass, c->interfaces, c->ancestors, c->extra}) add(part);
        continue;
      }
      for (uint64_t i = 0; i < object->slot_count(); ++i) add(object->slot_array()[i]);
    }
  }

  // Members are reached by their names. True if there are new ones.
  bool add_members(bool of_runtime) {
    for_each_kv(roots.classes_by_name, [&](Value, Value cls) {
      auto* c = cast<Class>(cls);
      bool seen = seen_.count(c) != 0;
      auto visit = [&](AtomicValue& members) {
        for_each_kv(members.load(), [&](Value name, Value member) {
          if (names(name)) add(member);
          return true;
        });
      };
      if (seen || (of_runtime && c->fields.is_nil())) visit(c->methods);
      if (seen) visit(c->statics);
      return true;
    });
    return !open_.empty();
  }

  void add(Value value) {
    if (value.is_object() && seen_.insert(value.as_object()).second) open_.push_back(value.as_object());
  }

  // A name without a namespace that is looked up may be one of clojure.core's.
  void mention_core(Value symbol) { add(find_interned_var(roots.core_ns, symbol)); }

  void mention_class(const std::string& name) {
    if (is_class_name(name)) add(find_class(name));
  }

  void mention_library(const Symbol* symbol) {
    use_library(to_utf8(symbol->name));
    mention_class(to_utf8(symbol->name));
    if (!symbol->ns.is_nil()) use_library(to_utf8(symbol->ns));
  }

  // The namespace if it is a library that programs have to require, else nil. All of it is used: what its vars
  // lead to counts.
  Value use_library(const std::string& name) {
    std::string path = path_of_namespace(name);
    Value ns = get(roots.library_namespaces, make_string(path));
    if (ns.is_nil() || !find_namespace(cast<Namespace>(ns)->name).is_nil()) return Value::nil();
    if (!libraries_.insert(path).second) return ns;
    for_each_own_var(ns, [&](Var* var) { add(Value::object(var)); });
    for_each_kv(cast<Namespace>(ns)->aliases.load(), [&](Value, Value target) {
      use_library(symbol_text(cast<Namespace>(target)->name));
      return true;
    });
    for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
      if (is_kind(mapping, Kind::kVar)) use_library(symbol_text(cast<Namespace>(cast<Var>(mapping)->ns)->name));
      return true;
    });
    return ns;
  }

  std::unordered_set<const Object*> seen_, uses_;
  std::vector<Object*> open_;
  std::set<std::string> libraries_;
  std::unordered_set<std::string> names_;  // of symbols, without their namespaces
  bool asks_for_classes_ = false;
};

void leave_out_libraries(const std::set<std::string>& used) {
  Value kept = roots.empty_array_map;
  for_each_kv(roots.library_namespaces, [&](Value path, Value ns) {
    // Those that are shown from the start are among them.
    bool shown = !find_namespace(cast<Namespace>(ns)->name).is_nil();
    if (shown || used.count(to_utf8(path)) != 0) kept = assoc(kept, path, ns);
    return true;
  });
  roots.library_namespaces = kept;
}

void leave_out_members_of_classes(const Reach& reach) {
  if (reach.reflects()) return;
  auto filter = [&](AtomicValue& members) {
    Value kept = Value::nil();
    for_each_kv(members.load(), [&](Value name, Value member) {
      if (reach.names(name)) kept = assoc(kept.is_nil() ? roots.empty_array_map : kept, name, member);
      return true;
    });
    members.store(kept);
  };
  for_each_kv(roots.classes_by_name, [&](Value, Value cls) {
    auto* c = cast<Class>(cls);
    // Of a class that is written in Clojure only who mentions it makes instances.
    if (c->fields.is_nil() || reach.reaches(c)) filter(c->methods);
    else c->methods.store(Value::nil());
    // Static members need a mention too; those that C++ calls are of classes in the runtime's table.
    if (reach.reaches(c)) filter(c->statics);
    else c->statics.store(Value::nil());
    gc::write_barrier(c);
    return true;
  });
}

}  // namespace

image::ColdSlots cold_slots(bool compiles) {
  image::ColdSlots slots{&roots.library_namespaces};
  for_each_kv(roots.classes_by_name, [&](Value name, Value cls) {
    // The compiler asks Clojure's own classes for their members.
    if (compiles && to_utf8(name).starts_with("clojure.")) return true;
    auto* c = cast<Class>(cls);
    for (AtomicValue* members : {&c->methods, &c->statics}) slots.push_back(slot(*members));
    return true;
  });
  auto add_var = [&](Var* var) {
    Value meta = var->meta.load();
    if (!compiles) {
      slots.push_back(slot(var->meta));
      if (var->is_macro()) slots.push_back(slot(var->root));
    } else if (is_kind(meta, Kind::kArrayMap)) {
      Object* map = meta.as_object();
      for (uint64_t i = 0; i < map->slot_count(); ++i) {
        if (is_seq(map->slot_array()[i]) || is_string(map->slot_array()[i])) slots.push_back(map->slot_array() + i);
      }
    }
  };
  for_each_kv(roots.namespaces, [&](Value, Value ns) {
    for_each_own_var(ns, add_var);
    return true;
  });
  return slots;
}

std::string library_mentions(const std::vector<const CompiledUnit*>& units) {
  std::set<std::string> names;
  for (const CompiledUnit* unit : units) {
    for (uint32_t c = 0; c < unit->view.constant_offsets().size(); ++c) {
      auto tag = bytecode::constant_tag(unit->view, c);
      bool named = tag == bytecode::ConstantTag::kVar || tag == bytecode::ConstantTag::kSymbol || tag == bytecode::ConstantTag::kClass;
      if (!named && tag != bytecode::ConstantTag::kString) continue;
      std::string text = bytecode::constant_text(unit->view, c);
      if (named || is_class_name(text)) names.insert(std::move(text));
    }
  }
  std::string lines;
  for (const std::string& name : names) {
    if (name.find('\n') == std::string::npos) lines += name + "\n";
  }
  return lines;
}

int serve_lean_image() {
  exec::inline_caches_enabled = false;
  std::string mentions, image, error;
  if (!read_all(STDIN_FILENO, mentions)) return 1;
  Reach reach;
  for (size_t at = 0, end; (end = mentions.find('\n', at)) != std::string::npos; at = end + 1) {
    reach.mention(mentions.substr(at, end - at));
  }
  reach.run();
  reach.add_of_runtime();
  leave_out_libraries(reach.libraries());
  leave_out_members_of_classes(reach);
  image::ColdSlots slots = cold_slots(false);
  // The vars that the runtime itself reads.
  image::RootSpan span = image::runtime_roots();
  std::unordered_set<const Object*> held;
  for (size_t i = 0; i < span.count; ++i) {
    if (is_kind(span.begin[i], Kind::kVar)) held.insert(span.begin[i].as_object());
  }
  for_each_kv(roots.namespaces, [&](Value, Value ns) {
    for_each_own_var(ns, [&](Var* var) {
      // Nobody can ask for it.
      if (!reach.reaches(var) && held.count(var) == 0) var->meta.store(Value::nil());
      // What is no function may be state that the runtime reads by the var's name.
      Value root = var->root.load();
      bool code = is_kind(root, Kind::kMultiFn) || (root.is_object() && (info(root.as_object()->kind).flags & kFunction));
      if (code && !reach.uses(var) && !var->is_macro() && held.count(var) == 0) slots.push_back(slot(var->root));
    });
    return true;
  });
  if (!image::make_image(image::runtime_roots(), slots, image, error)) {
    std::fprintf(stderr, "%s\n", error.c_str());
    return 1;
  }
  return write_all(STDOUT_FILENO, image) ? 0 : 1;
}

std::string make_lean_image(const std::string& mentions) {
  auto fail = [](const std::string& why) { throw_error(Error::kIllegalState, "The boot image could not be made: " + why); };
  // Should it end early, writing to it fails.
  auto before = signal(SIGPIPE, SIG_IGN);
  int to_child[2], from_child[2];
  if (pipe2(to_child, O_CLOEXEC) != 0 || pipe2(from_child, O_CLOEXEC) != 0) fail(std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, to_child[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from_child[1], STDOUT_FILENO);
  std::string path = launch::attachments().path, name = kLeanImageServer;
  char* argv[] = {path.data(), name.data(), nullptr};
  pid_t child;
  int status = posix_spawn(&child, path.c_str(), &actions, nullptr, argv, environ);
  posix_spawn_file_actions_destroy(&actions);
  close(to_child[0]);
  close(from_child[1]);
  std::string image;
  bool good = status == 0;
  {
    gc::BlockingRegion region;
    // It reads all of it before it writes.
    good = good && write_all(to_child[1], mentions);
    close(to_child[1]);
    good = good && read_all(from_child[0], image);
    close(from_child[0]);
    if (status == 0) {
      while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
      }
    }
  }
  signal(SIGPIPE, before);
  if (!good || status != 0) fail(path + " ended with status " + std::to_string(status));
  return image;
}

}  // namespace clj::driver
