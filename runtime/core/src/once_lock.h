// A lock in an object's aux word: what runs once per object (LazySeq, Delay, IteratorSeq).
//
// aux holds 0, or the owner's thread number and a bit that says somebody waits. Taking and
// releasing an uncontended lock is two atomic operations, or two stores while there is one thread; waiting goes through a small table
// of condition variables and lets collections proceed.
#pragma once
#include "clj/value/object.h"

namespace clj {

class OnceLock {
 public:
  explicit OnceLock(Object* object);
  ~OnceLock();
  OnceLock(const OnceLock&) = delete;
  // The calling thread already held it: the code it guards is running further up the stack.
  bool is_nested() const { return is_nested_; }

 private:
  Object* object_;
  bool is_nested_ = false;
};

}  // namespace clj
