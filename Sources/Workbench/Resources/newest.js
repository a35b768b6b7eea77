// Does work again and again as it is asked for, one after the other, and only what was asked last.
export function newest(work) {
  let isWorking = false;
  let isAsked = false;
  const start = async () => {
    isAsked = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (isAsked) {
        isAsked = false;
        await work();
      }
    } finally {
      isWorking = false;
    }
  };
  return start;
}
