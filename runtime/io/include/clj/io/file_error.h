// Errors of files, worded as Java words them.
#pragma once
#include <string>

namespace clj::io {

// FileNotFoundException "name (No such file or directory)", "Invalid file path" for one with a NUL character.
[[noreturn]] void throw_file_not_found(const std::string& name, int error);

}  // namespace clj::io
