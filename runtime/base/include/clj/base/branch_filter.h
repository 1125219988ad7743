// Makes x86-64 code easier to compress: calls and jumps to one target get the same bytes wherever they stand.
//
// The operand of call, jmp and jcc with 32 bits is the distance to the target; it is replaced by the target's offset in the
// whole code, most significant byte first. What only looks like such an instruction is changed, too, and back again: the
// mapping is a permutation (as in the "E8 translation" of Microsoft's LZX format).
#pragma once
#include <cstddef>

namespace clj {

// `code`: a part of it, at `offset` of the whole, which has `whole` bytes. Either undoes the other.
void filter_branches(char* code, size_t bytes, size_t offset, size_t whole);
void unfilter_branches(char* code, size_t bytes, size_t offset, size_t whole);

}  // namespace clj
