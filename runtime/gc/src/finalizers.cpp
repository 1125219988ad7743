// Finalizers: an object found dead is kept alive, with what it refers to, until its upcall has
// been made by the thread that collected, after the pause.
#include "collector.h"
#include "mark.h"

namespace clj::gc {

void register_finalizer(Object* object) {
  object->set_flag(kFlagFinalizer);
  Collector& c = collector();
  std::lock_guard lock(c.roots_mutex);
  c.finalizable_young.push_back(object);
}

void Collector::find_dead_finalizable(Marker& marker, bool full) {
  size_t first_new = finalize_pending.size();
  auto sift = [&](std::vector<Object*>& list) {
    std::erase_if(list, [&](Object* object) {
      if (marker.is_marked(object)) return false;
      finalize_pending.push_back(object);
      return true;
    });
  };
  sift(finalizable_young);
  if (full) sift(finalizable_old);
  finalizable_old.insert(finalizable_old.end(), finalizable_young.begin(), finalizable_young.end());
  finalizable_young.clear();
  for (size_t i = first_new; i < finalize_pending.size(); ++i) marker.add(Value::object(finalize_pending[i]));
  marker.drain();
}

void Collector::run_finalizers() {
  for (;;) {
    Object* object;
    {
      std::lock_guard lock(roots_mutex);
      if (finalize_pending.empty()) return;
      object = finalize_pending.back();
      finalize_pending.pop_back();
    }
    object->clear_flag(kFlagFinalizer);
    if (upcalls.finalize) upcalls.finalize(object);
  }
}

}  // namespace clj::gc
