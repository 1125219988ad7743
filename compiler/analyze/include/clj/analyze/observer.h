// Observer: what a tool hears while forms are analysed, and how it keeps an analysis going.
//
// Threads  One observer per thread; it hears what that thread analyses.
// Design   docs/lint.md
#pragma once
#include "clj/value/value.h"

namespace clj::analyze {

class Observer {
 public:
  virtual ~Observer() = default;
  // A list that is about to be expanded or analysed. `op`: the Var of its function or macro, the
  // Symbol of a special form, or nil for anything else (a local, a class, a name that is unknown).
  // False: nil is to stand for the list.
  virtual bool enter(Value form, Value op) = 0;
  // What a symbol turned out to name: a Var, a Class, a String (a class unknown here), or nil for
  // a local. Macros included; the symbol that a `def` defines is not.
  virtual void resolved(Value symbol, Value what) = 0;
  // `error` was thrown while `form`, which begins at or after line:column, was analysed, where `locals`
  // (keys of a map, or nil) are in scope. True: nil is to stand for the form; false: the error goes on.
  virtual bool recover(Value form, uint32_t line, uint32_t column, Value error, Value locals) = 0;
};

// Installs the thread's observer (null: none); returns the one before.
Observer* set_observer(Observer* observer);
Observer* current_observer();
// The thread has no observer in its scope: for code that runs in between.
class ObserverPause {
 public:
  ObserverPause() : paused_(set_observer(nullptr)) {}
  ~ObserverPause() { set_observer(paused_); }
  ObserverPause(const ObserverPause&) = delete;

 private:
  Observer* paused_;
};

// Tells the thread's observer, if any, that a form at top level is about to be expanded, as the
// analyzer does inside of one.
bool observe_top_level(Value form);

}  // namespace clj::analyze
