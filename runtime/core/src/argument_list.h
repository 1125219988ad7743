// Arguments of a call that is put together in C++: on the C stack, which the collector scans, as
// long as they are few; a gc::ValueList costs two calls of the memory allocator.
#pragma once
#include "clj/gc/heap.h"

namespace clj {

class ArgumentList {
 public:
  ArgumentList() = default;
  ArgumentList(const ArgumentList&) = delete;
  // A stale word on the stack would keep what it refers to alive.
  ~ArgumentList() { clear(); }

  void push_back(Value v) {
    if (size_ == kInline) {
      for (size_t i = 0; i < kInline; ++i) more_.push_back(inline_[i]);
    }
    if (size_ >= kInline) more_.push_back(v);
    else inline_[size_] = v;
    ++size_;
  }
  void pop_back() {
    if (size_ > kInline) more_.pop_back();
    --size_;
    if (size_ == kInline) {
      for (size_t i = 0; i < kInline; ++i) inline_[i] = more_[i];
      more_.clear();
    }
  }
  void clear() {
    for (size_t i = 0; i < kInline && i < size_; ++i) inline_[i] = Value::nil();
    more_.clear();
    size_ = 0;
  }
  Value* data() { return size_ > kInline ? more_.data() : inline_; }
  Value& back() { return data()[size_ - 1]; }
  size_t size() const { return size_; }

 private:
  static constexpr size_t kInline = 8;
  Value inline_[kInline];
  gc::ValueList more_;
  size_t size_ = 0;
};

}  // namespace clj
