#include "remembered.h"

#include <mutex>

#include "clj/gc/heap.h"
#include "clj/launch/report.h"

namespace clj::launch {
namespace {

struct Remembered {
  // What the form threw is kept alive: another exception at its address would be taken for it.
  Remembered() { gc::add_static_roots(&thrown, 1); }

  std::mutex lock;
  RememberedSource source;
  std::string ns;
  Value thrown;
  bool compiling = false;  // it threw before it ran
  Place form;
};
Remembered& remembered() {
  static Remembered state;
  return state;
}

}  // namespace

RememberedSource remembered_source() {
  std::lock_guard hold(remembered().lock);
  return remembered().source;
}

std::string remembered_namespace() {
  std::lock_guard hold(remembered().lock);
  return remembered().ns;
}

void remembered_form(Value thrown, bool compiling, Place& place) {
  std::lock_guard hold(remembered().lock);
  if (remembered().thrown == thrown && remembered().compiling == compiling) place = remembered().form;
}

void remember_source(std::string name, std::string label, std::string text) {
  std::lock_guard hold(remembered().lock);
  remembered().source = RememberedSource{std::move(name), std::move(label), std::move(text)};
}

void remember_namespace(std::string name) {
  std::lock_guard hold(remembered().lock);
  remembered().ns = std::move(name);
}

void remember_form(Value thrown, std::string file, int64_t line, int64_t column, bool compiling) {
  std::lock_guard hold(remembered().lock);
  if (remembered().thrown == thrown) return;
  remembered().thrown = thrown;
  remembered().compiling = compiling;
  remembered().form = Place{std::move(file), line, column};
}

}  // namespace clj::launch
