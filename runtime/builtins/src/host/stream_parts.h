// What input and output streams share and nobody else needs.
#pragma once
#include <string>

#include "streams.h"

namespace clj::builtins::host {

constexpr size_t kPieceBytes = 8192;  // of a buffer, and of what is read or passed on at once

void check_open(const Object* stream);
// An open descriptor, or -1 with errno.
int open_path(const std::string& path, int flags);

// The bounds of a Java (array, offset, length) argument list.
struct Piece {
  ByteArray* array;
  int64_t offset;
  int64_t length;
};
// Of args[1] on; throws IndexOutOfBoundsException for what the array has not.
Piece piece_arg(const Value* args, uint32_t count);

Value make_input(const char* class_name, Value source, int descriptor, int64_t position, int64_t end);
Value make_output(const char* class_name, Value target, int descriptor);

}  // namespace clj::builtins::host
