// Walk: a position in anything seqable, for loops over elements that are compiled into their function
// (doseq, for, dorun). What ElementCursor is to C++ code: no seq cells where there is a run of
// memory to walk, and no hold on what has been walked.
//
// Order    An element after a chunk or a cell is realized when it is asked for, as `next` does.
// Threads  Belongs to the thread that made it.
// Errors   "Don't know how to create ISeq from: …" at the first step; what lazy seqs throw.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

struct Walk : Object {
  static constexpr Kind kKind = Kind::kWalk;
  static constexpr uint16_t kSlots = 2;
  // The first element of `rest` has been given: what comes next is found when it is asked for.
  static constexpr uint8_t kFirstTaken = kFlagA;
  Value rest;          // what comes after the run: a seqable; while index < limit, what they count in
  Value run;           // holds the next elements, or nil
  uint32_t at, end;    // where in `run`: bytes from its start
  uint64_t index, limit;
};

Value make_walk(Value coll);
// The next element; at the end the walk itself, which is nobody's element.
Value next_element(Walk* walk);

}  // namespace clj
