#include "clj/base/packed_memory.h"

#include <sys/mman.h>

#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <thread>
#include <vector>

#include "clj/base/branch_filter.h"
#include "clj/base/lz4_block.h"

using namespace clj;

namespace {

// Nothing is mapped there, nor will be.
#if defined(__SANITIZE_ADDRESS__)
constexpr uintptr_t kFreeAddress = 0x210000000000;
#else
constexpr uintptr_t kFreeAddress = 0x1800000000;
#endif

// Runs and noise in turns.
std::string mixed_bytes(size_t bytes, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < bytes) {
    size_t length = random() % 300;
    if (random() % 2 == 0) {
      text.append(length, static_cast<char>(random() % 4));
    } else if (text.size() > 10 && random() % 2 == 0) {
      size_t from = random() % text.size();
      for (size_t i = 0; i < length; ++i) text += text[from + i];
    } else {
      for (size_t i = 0; i < length; ++i) text += static_cast<char>(random());
    }
  }
  text.resize(bytes);
  return text;
}

// The single block of what pack_chunks makes of one chunk.
std::string packed_block(const std::string& chunk) { return pack_chunks(&chunk, 1).substr(sizeof(uint32_t)); }

}  // namespace

TEST_CASE("a block that liblz4 packed unpacks to what it was") {
  for (size_t bytes : {0u, 1u, 4u, 12u, 13u, 15u, 16u, 17u, 270u, 4096u, 65536u, 300000u}) {
    std::string text = mixed_bytes(bytes, static_cast<unsigned>(bytes)), block = packed_block(text);
    std::string out(bytes, 'x');
    REQUIRE(unpack_lz4_block(block.data(), block.size(), out.data(), out.size()) == static_cast<ptrdiff_t>(bytes));
    CHECK(out == text);
  }
}

TEST_CASE("a damaged block is an error, or other bytes, and nothing else is touched") {
  std::string text = mixed_bytes(5000, 1), block = packed_block(text);
  std::vector<char> out(text.size() + 64, 'x');
  for (size_t i = 0; i < block.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = block;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
      ptrdiff_t written = unpack_lz4_block(damaged.data(), damaged.size(), out.data(), text.size());
      REQUIRE(written <= static_cast<ptrdiff_t>(text.size()));
      REQUIRE(std::string(out.data() + text.size(), 64) == std::string(64, 'x'));
    }
  }
  for (size_t length = 0; length < block.size(); ++length) {
    REQUIRE(unpack_lz4_block(block.data(), length, out.data(), text.size()) != static_cast<ptrdiff_t>(text.size()));
  }
  CHECK(unpack_lz4_block(block.data(), block.size(), out.data(), text.size() - 1) == -1);
}

TEST_CASE("branches are filtered and come back, in code and in noise") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::string code = mixed_bytes(seed * 7, seed);
    for (size_t i = 0; i + 6 < code.size(); i += 11) code[i] = seed % 3 == 0 ? '\xE8' : seed % 3 == 1 ? '\xE9' : '\x0F';
    for (size_t i = 1; seed % 3 == 2 && i + 6 < code.size(); i += 11) code[i] = '\x85';
    // Distances that stay in the code, too.
    for (size_t i = 3; i + 4 < code.size(); i += 22) std::memcpy(code.data() + i, "\x01\x00\x00", 3);
    std::string filtered = code;
    size_t offset = seed * 3, whole = offset + code.size() + seed;
    filter_branches(filtered.data(), filtered.size(), offset, whole);
    unfilter_branches(filtered.data(), filtered.size(), offset, whole);
    REQUIRE(filtered == code);
  }
}

TEST_CASE("two calls of one function look the same when they are filtered") {
  // call to offset 100, from 0 and from 10
  std::string code("\xE8\x5F\x00\x00\x00\x90\x90\x90\x90\x90\xE8\x55\x00\x00\x00\x90\x90\x90\x90\x90", 20);
  filter_branches(code.data(), code.size(), 0, 1000);
  CHECK(code.substr(0, 5) == code.substr(10, 5));
}

TEST_CASE("memory is unpacked by the first access to each chunk, by any thread") {
  constexpr size_t kChunk = 8192, kBytes = 5 * kChunk - 4096;
  std::string contents = mixed_bytes(kBytes, 7);
  std::vector<std::string> chunks;
  for (size_t at = 0; at < kBytes; at += kChunk) {
    chunks.push_back(contents.substr(at, kChunk));
    size_t extra = chunks.back().size() / 4096;
    chunks.back().append(extra, static_cast<char>('a' + at / kChunk));
  }
  static std::string packed, extras;
  packed = pack_chunks(chunks.data(), chunks.size());
  REQUIRE(!packed.empty());
  extras.assign(kBytes / 4096, '?');
  PackedRange range;
  range.address = reinterpret_cast<char*>(kFreeAddress);
  range.bytes = kBytes;
  range.chunk_bytes = kChunk;
  range.packed = packed.data();
  range.packed_bytes = packed.size();
  range.protection = PROT_READ;
  range.bytes_per_extra_byte = 4096;
  range.finish = [](const PackedRange&, size_t offset, char* chunk, size_t bytes) {
    std::memcpy(extras.data() + offset / 4096, chunk + bytes, bytes / 4096);
  };
  serve(range);
  CHECK(range.address[3 * kChunk + 5] == contents[3 * kChunk + 5]);
  CHECK(extras == "??????dd?");
  std::vector<std::thread> threads;
  std::vector<int> equal(4);
  for (size_t t = 0; t < equal.size(); ++t) {
    threads.emplace_back([&, t] { equal[t] = std::memcmp(range.address, contents.data(), kBytes) == 0; });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(equal == std::vector<int>{1, 1, 1, 1});
  CHECK(extras == "aabbccdde");
}
