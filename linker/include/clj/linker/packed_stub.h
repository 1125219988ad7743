// Runtime stubs whose rarely used code and tables are packed, and unpacked by the first access to them.
//
// The sections that cmake/cold_code.ld gathers are cut out of the ELF file, so that nothing is mapped at their addresses, and
// added to its end, packed, with a segment of their own. The program's table of parts says where (clj/base/packed_code.h).
//
// Design   docs/decisions/0013-packed-code.md
#pragma once
#include <string>

namespace clj::linker {

// Packs the parts of a stripped executable. It stays as it is if it has no such sections. Returns an empty text, or what
// is wrong.
std::string pack_stub(std::string& elf);

}  // namespace clj::linker
