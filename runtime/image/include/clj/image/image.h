// The boot image: the heap that loading the standard library made, written once at build time
// and mapped at start by every binary.
//
// The image is a copy of all objects reachable from some roots, at the addresses it will be
// mapped to, so loading is a few mmaps and a copy of the roots; pages are read when touched. What
// only the cold slots lead to is compressed, and unpacked by the first access to any of it. The
// objects are immortal (gc::adopt_image). Should the address be taken, the image is mapped
// elsewhere and every reference in it is moved, which reads all of it.
//
// Threads  One thread, the only mutator.
// Errors   False, with a sentence in `error`.
// Design   docs/gc.md, docs/decisions/0002-boot-image-snapshot.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "clj/value/object.h"

namespace clj::image {

// Free in every process we make: executables lie below 4 GiB, mappings near the top. The
// address sanitizer keeps its shadow around 64 GiB.
#if defined(__SANITIZE_ADDRESS__)
constexpr uint64_t kImageBase = 0x200000000000;
#else
constexpr uint64_t kImageBase = 0x1000000000;
#endif

struct RootSpan {
  Value* begin;
  size_t count;
};
// clj::roots.
RootSpan runtime_roots();

// What the pointers in an object's raw bytes hold: addresses; or, in what is compressed, the distances from its slots and from
// itself, which are alike in many objects.
enum class Pointers { kAbsolute, kRelative };

// What a kind with native pointers in its raw bytes (kNative) does about them.
struct Hook {
  // The copy that goes into the image: its slots hold image addresses already, its own will be
  // `address`; the raw bytes are still those of `original`.
  void (*prepare)(Object* copy, uint64_t address, const Object* original);
  // The object in an image that was mapped `delta` bytes from where it was written for; slots
  // are moved already. nullptr when prepare leaves no pointers.
  void (*relocate)(Object* object, int64_t delta) = nullptr;
  // The object in a cold part, whose image address is `address`, gets the other sort of pointers. Of the object only `bytes` are
  // there, and touched; whatever they are, the two directions undo each other. Runs in the handler of a fault (clj/base/packed_memory.h), so it is
  // never packed: cmake/cold_code.ld has its file.
  void (*convert)(Object* object, uint64_t address, size_t bytes, Pointers to) = nullptr;
};
// Call before make_image and load_image. An object of a kNative kind without a hook may only be
// in an image if its raw bytes are zero.
void set_hook(Kind kind, Hook hook);

// Slots, of roots or objects: what is reachable through them alone is the image's cold part.
using ColdSlots = std::vector<Value*>;

// Everything reachable from `roots` as an image, after a full collection. The same heap gives
// the same bytes. Its size is a multiple of the page size.
bool make_image(RootSpan roots, const ColdSlots& cold, std::string& image, std::string& error);
bool write_image(const std::string& path, RootSpan roots, const ColdSlots& cold, std::string& error);

// Maps the image at `offset` (page-aligned) of a file, fills `roots` from it and makes them
// static roots. Call at start, before the first collection. `verify` also checks the checksum
// and the native tables, which reads the whole image.
bool load_image(const std::string& path, uint64_t offset, RootSpan roots, bool verify, std::string& error);

}  // namespace clj::image
