// ElementCursor: walks the elements of anything seqable, without seq cells where it can.
//
// Vectors and chunks are walked as runs of memory, lists and lazy seqs cell by cell without
// holding on to the head. Maps come as entries. It lives on the C++ stack only, where the
// collector sees it.
//
//   ElementCursor cursor(coll);
//   for (Value v; cursor.next(v);) …
//
// Errors   "Don't know how to create ISeq from: …" when made or moved; what lazy seqs throw.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

class ElementCursor {
 public:
  explicit ElementCursor(Value coll) : rest_(coll) {
    if (is_kind(coll, Kind::kLazySeq) || is_kind(coll, Kind::kCons) || is_kind(coll, Kind::kChunkedCons)) prepare();
  }
  ElementCursor(const ElementCursor&) = delete;

  // The next element into `out`; false at the end.
  bool next(Value& out) {
    if (at_ != end_) {
      out = *at_++;
      return true;
    }
    return refill(out);
  }

 private:
  static void prepare();  // a clean stack below a walk of lazy seqs
  bool refill(Value& out);
  bool start(Value& out);
  void run(const Value* from, const Value* to) {
    at_ = from;
    end_ = to;
  }

  const Value* at_ = nullptr;
  const Value* end_ = nullptr;
  Value rest_;               // what comes after the run: a seqable
  Value indexed_;            // the vector, string, array or range being walked, or nil
  uint64_t index_ = 0, limit_ = 0;
};

}  // namespace clj
