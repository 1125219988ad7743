// Whether a file uses what it requires.
#pragma once
#include "source_file.h"

namespace clj::lint {

// Some symbol or keyword of the file belongs to the required namespace.
bool uses_namespace(const SourceFile& file, const Requirement& requirement);
// Some symbol of the file is the referred name, or may be: macros hide what they do with symbols.
bool uses_referred(const SourceFile& file, const Requirement& requirement, uint32_t referred);

}  // namespace clj::lint
