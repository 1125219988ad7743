// The boot image of an executable without the compiler, made for what the program reaches.
//
// It has of clojure.core what the program or the runtime may name, and of the other libraries and of the
// host classes that are written in Clojure those that the program mentions. What its code reaches of them is
// there as it is mapped; the rest is cold, that is compressed (clj/image/image.h).
//
// An image is written from a heap that nothing has changed since it was loaded, so a process of
// its own does it: this program, started anew (serve_lean_image).
//
// Threads  One at a time.
// Errors   IllegalStateException when that process fails.
// Design   docs/linking.md
#pragma once
#include <string>
#include <vector>

#include "clj/image/image.h"

namespace clj::driver {

struct CompiledUnit;

// The slots that lead to what a program does not reach if it requires no library beyond those at
// start, and uses no host class that is written in Clojure. `compiles`: it compiles code, and
// reads what the vars' metadata say beside documentation, and calls macros.
image::ColdSlots cold_slots(bool compiles);

// What units mention of the library, as lines "clojure.set/union", "clojure.set" and "java.util.UUID",
// sorted: the vars, symbols, classes and names of classes among their constants.
std::string library_mentions(const std::vector<const CompiledUnit*>& units);
// The image for a program that mentions that.
std::string make_lean_image(const std::string& mentions);

constexpr const char* kLeanImageServer = "-lean-image";
// What the other process does: reads mentions from standard input, writes the image to standard
// output. The exit status.
int serve_lean_image();

}  // namespace clj::driver
