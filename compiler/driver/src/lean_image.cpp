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
#include "library_reach.h"
#include "unit_compiler.h"

extern char** environ;

namespace clj::driver {
namespace {

Value* slot(AtomicValue& value) { return reinterpret_cast<Value*>(&value); }

void leave_out_libraries(const std::set<std::string>& used) {
  Value kept = roots.empty_array_map;
  for_each_kv(roots.library_namespaces, [&](Value path, Value ns) {
    // Those that are shown from the start are among them.
    bool shown = !shown_namespace(cast<Namespace>(ns)->name).is_nil();
    if (shown || used.count(to_utf8(path)) != 0) kept = assoc(kept, path, ns);
    return true;
  });
  roots.library_namespaces = kept;
}

void leave_out_members_of_classes(const LibraryReach& reach) {
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
    if (reach.may_have_instances(c)) filter(c->methods);
    else c->methods.store(Value::nil());
    // Static members need a mention too; those that C++ calls are of classes in the runtime's table.
    if (reach.may_be_asked_for_statics(c)) filter(c->statics);
    else c->statics.store(Value::nil());
    gc::write_barrier(c);
    return true;
  });
}

// Those that are written in Clojure and that nothing mentions.
void leave_out_classes(const LibraryReach& reach) {
  if (reach.reflects()) return;
  Value kept = roots.empty_array_map;
  for_each_kv(roots.classes_by_name, [&](Value name, Value cls) {
    if (reach.may_have_instances(cast<Class>(cls)) || reach.reaches(cls.as_object())) kept = assoc(kept, name, cls);
    return true;
  });
  roots.classes_by_name = kept;
  forget_found_classes();
}

// Takes vars out of the namespaces' mappings. What refers to them keeps them, without a name to ask for.
class VarsLeftOut {
 public:
  // To be made before libraries are left out: their own vars may still be held, and lead to them.
  explicit VarsLeftOut(const LibraryReach& reach) : reach_(reach) {
    for (Value table : {roots.namespaces, roots.library_namespaces}) {
      for_each_kv(table, [&](Value, Value ns) {
        namespaces_.push_back(ns);
        return true;
      });
    }
    image::RootSpan span = image::runtime_roots();
    for (size_t i = 0; i < span.count; ++i) {
      if (is_kind(span.begin[i], Kind::kVar)) held_.insert(span.begin[i].as_object());
    }
  }

  bool keeps(const Object* var) const { return reach_.reaches(var) || held_.count(var) != 0; }
  // Whether it is a root of the runtime.
  bool holds(const Object* var) const { return held_.count(var) != 0; }

  void run() {
    // Most namespaces have the same mappings but for their own vars, and share them.
    if (!roots.referring_mappings.is_nil()) {
      Value core = filtered(nth(roots.referring_mappings, 0)), referring = filtered(nth(roots.referring_mappings, 1));
      common_ = referring;
      Value shared[] = {core, referring};
      filter_namespaces();
      roots.referring_mappings = make_vector(shared, 2);
    } else {
      filter_namespaces();
    }
  }

 private:
  void filter_namespaces() {
    for (Value ns : namespaces_) {
      auto* namespace_object = cast<Namespace>(ns);
      namespace_object->mappings.store(filtered(namespace_object->mappings.load()));
      gc::write_barrier(namespace_object);
    }
  }

  Value filtered(Value mappings) {
    for (size_t i = 0; i < done_.size(); i += 2) {
      // What is shown from the start is in both tables of namespaces.
      if (done_[i] == mappings || done_[i + 1] == mappings) return done_[i + 1];
    }
    Value kept = common_;
    for_each_kv(common_, [&](Value name, Value) {
      if (get(mappings, name).is_nil()) kept = dissoc(kept, name);
      return true;
    });
    for_each_kv(mappings, [&](Value name, Value mapping) {
      bool stays = !is_kind(mapping, Kind::kVar) || keeps(mapping.as_object());
      if (stays && get(kept, name) != mapping) kept = assoc(kept, name, mapping);
      return true;
    });
    done_.push_back(mappings);
    done_.push_back(kept);
    return kept;
  }

  const LibraryReach& reach_;
  gc::ValueList namespaces_;
  std::unordered_set<const Object*> held_;
  Value common_ = roots.empty_array_map;
  gc::ValueList done_;  // mappings, and what became of them
};

// The slots of the table of classes, but for classes that the program uses: who asks for one of the others unpacks them.
image::ColdSlots slots_of_classes(const LibraryReach& reach) {
  image::ColdSlots slots;
  gc::ValueList nodes;
  nodes.push_back(roots.classes_by_name);
  for (size_t next = 0; next < nodes.size(); ++next) {
    Object* node = nodes[next].as_object();
    for (uint64_t i = 0; i < node->slot_count(); ++i) {
      Value value = node->slot_array()[i];
      const Class* c = try_cast<Class>(value);
      if (c != nullptr && !reach.uses(c)) slots.push_back(node->slot_array() + i);
      if (c == nullptr && value.is_object() && !is_string(value) && !is_symbol(value)) nodes.push_back(value);
    }
  }
  return slots;
}

// Keywords, and interned texts, that nothing else leads to: who asks for one of them makes it.
void leave_out_keywords() {
  roots.keyword_table = Value::nil();
  roots.interned_strings = Value::nil();
  gc::ValueList keywords;
  gc::visit_reachable(
      image::runtime_roots().begin, image::runtime_roots().count,
      [](void* context, Object* object) {
        if (object->kind == Kind::kKeyword) static_cast<gc::ValueList*>(context)->push_back(Value::object(object));
      },
      &keywords);
  replace_keyword_table(keywords.data(), keywords.size());
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
  LibraryReach reach;
  for (size_t at = 0, end; (end = mentions.find('\n', at)) != std::string::npos; at = end + 1) {
    reach.mention(mentions.substr(at, end - at));
  }
  reach.run();
  reach.add_of_runtime();
  VarsLeftOut vars(reach);
  leave_out_libraries(reach.libraries());
  leave_out_members_of_classes(reach);
  leave_out_classes(reach);
  image::ColdSlots slots;
  for_each_kv(roots.namespaces, [&](Value, Value ns) {
    for_each_own_var(ns, [&](Var* var) {
      // Nobody can ask for it.
      if (!vars.keeps(var)) var->meta.store(Value::nil());
      // What is no function may be state that the runtime reads by the var's name.
      Value root = var->root.load();
      bool code = is_kind(root, Kind::kMultiFn) || (root.is_object() && (info(root.as_object()->kind).flags & kFunction));
      if (code && !reach.uses(var) && !vars.holds(var)) slots.push_back(slot(var->root));
    });
    return true;
  });
  vars.run();
  leave_out_keywords();
  image::ColdSlots others = cold_slots(false);
  slots.insert(slots.end(), others.begin(), others.end());
  // Last: many other slots lead to them.
  image::ColdSlots classes = slots_of_classes(reach);
  slots.insert(slots.end(), classes.begin(), classes.end());
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
