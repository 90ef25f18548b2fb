export const truth = () => ({})
