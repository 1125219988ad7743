// Walks the object graph from the static roots without touching marks.
#include <unordered_set>
#include <vector>

#include "collector.h"

namespace clj::gc {

namespace {

struct Walk {
  std::unordered_set<Object*> seen;
  std::vector<Object*> stack;

  void add(Value v) {
    if (v.is_object()) stack.push_back(v.as_object());
  }
  void run(void (*visit)(void* context, Object*), void* context) {
    while (!stack.empty()) {
      Object* object = stack.back();
      stack.pop_back();
      if (!seen.insert(object).second) continue;
      visit(context, object);
      Value* slots = object->slot_array();
      for (uint64_t i = object->slot_count(); i > 0; --i) add(slots[i - 1]);
    }
  }
};

struct Call {
  const Value* roots;  // nullptr: the static roots
  size_t count;
  void (*visit)(void* context, Object*);
  void* context;
};

void walk_stopped(void* opaque) {
  auto* call = static_cast<Call*>(opaque);
  Collector& c = collector();
  std::unique_lock lock(c.world.mutex);
  while (!c.world.stop(lock)) {
  }
  Walk walk;
  auto from = [&](const Value* roots, size_t count) {
    for (size_t i = 0; i < count; ++i) {
      walk.add(roots[i]);
      walk.run(call->visit, call->context);
    }
  };
  if (call->roots) {
    from(call->roots, call->count);
  } else {
    for (const Collector::StaticRange& range : c.static_roots) from(range.begin, range.count);
  }
  c.world.resume();
}

}  // namespace

void visit_reachable(const Value* roots, size_t count, void (*visit)(void* context, Object*), void* context) {
  Call call{roots, count, visit, context};
  with_visible_stack(state_of(mutator()), walk_stopped, &call);
}

void visit_reachable(void (*visit)(void* context, Object*), void* context) {
  visit_reachable(nullptr, 0, visit, context);
}

}  // namespace clj::gc
