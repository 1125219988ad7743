#include "state_registers.h"

#if CLJ_STATE_IN_REGISTERS
namespace clj::exec {

// The clobbers make the compiler save the registers on entry. The second one stands after the call, or it would be a jump,
// made when they are restored already.
Value keep_state_registers(Value (*handlers)(const uint32_t*, Value*, Value*, VmThread*), const uint32_t* pc, Value* base, Value* k,
                           VmThread* t) {
  asm volatile("" ::: CLJ_PC_REGISTER, CLJ_THREAD_REGISTER, CLJ_BASE_REGISTER, CLJ_CONSTANTS_REGISTER);
  Value result = handlers(pc, base, k, t);
  asm volatile("" ::: CLJ_PC_REGISTER, CLJ_THREAD_REGISTER, CLJ_BASE_REGISTER, CLJ_CONSTANTS_REGISTER);
  return result;
}

}  // namespace clj::exec
#endif
