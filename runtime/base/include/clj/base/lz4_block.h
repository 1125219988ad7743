// The LZ4 block format, unpacking: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md.
//
// liblz4 packs. It is one object file of 54 KB, which every executable would carry for this.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace clj {

// The number of bytes that were unpacked; -1: `from` is no block, or unpacks to more than `capacity` bytes. Touches nothing
// else, so it may run in a signal handler.
ptrdiff_t unpack_lz4_block(const char* from, size_t bytes, char* to, size_t capacity);

// Appends the packed `bytes`, at most 2 GB, to `to`. False if that fails.
bool pack_lz4_block(std::string_view bytes, std::string& to);

}  // namespace clj
