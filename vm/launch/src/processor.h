// Whether the processor can run the code of this program.
#pragma once

namespace clj::launch {

// Ends the process with a message when its code could not run on this processor. Runs by itself
// before main; calling it is what links it in.
void require_processor();

}  // namespace clj::launch
