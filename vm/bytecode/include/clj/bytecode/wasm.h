// The frame of WebAssembly binaries: header and sections, not what is in them.
//
// Source   https://webassembly.github.io/spec/core/binary/modules.html; for components the preamble of
//          https://github.com/WebAssembly/component-model/blob/main/design/mvp/Binary.md.
#pragma once
#include <string>
#include <string_view>

namespace clj::bytecode {

// Empty if the sections of a module or component follow one another to the file's end, those of a module in their order;
// else what is wrong, as the rest of a sentence: "ends inside section 10".
std::string wasm_fault(std::string_view bytes);
// Of what has no fault.
bool is_wasm_component(std::string_view bytes);

}  // namespace clj::bytecode
