#include "clj/analyze/observer.h"

#include "analyzer.h"
#include "clj/core/collections.h"
#include "expand.h"

namespace clj::analyze {

namespace {

thread_local Observer* observer = nullptr;

}  // namespace

Observer* set_observer(Observer* next) {
  Observer* before = observer;
  observer = next;
  return before;
}

Observer* current_observer() { return observer; }

bool observe_top_level(Value form) {
  return observer == nullptr || !is_seq(form) || observer->enter(form, operator_of(form, nullptr));
}

}  // namespace clj::analyze
