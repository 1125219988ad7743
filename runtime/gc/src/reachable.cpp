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

}  // namespace

void visit_reachable(void (*visit)(void* context, Object*), void* context) {
  struct Call {
    void (*visit)(void* context, Object*);
    void* context;
  } call{visit, context};
  with_visible_stack(
      state_of(mutator()),
      [](void* opaque) {
        auto* call = static_cast<Call*>(opaque);
        Collector& c = collector();
        std::unique_lock lock(c.world.mutex);
        while (!c.world.stop(lock)) {
        }
        Walk walk;
        for (const Collector::StaticRange& range : c.static_roots) {
          for (size_t i = 0; i < range.count; ++i) {
            walk.add(range.begin[i]);
            walk.run(call->visit, call->context);
          }
        }
        c.world.resume();
      },
      &call);
}

}  // namespace clj::gc
