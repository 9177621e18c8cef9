// Browsers have Temporal; Node gets it here. Only tests ever load the polyfill.
import 'temporal-polyfill/global';
